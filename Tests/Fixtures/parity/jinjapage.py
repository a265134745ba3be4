import os

import jinja2


def main():
    folder = os.path.dirname(os.path.abspath(__file__))
    page = jinja2.Environment(loader=jinja2.FileSystemLoader(folder)).get_template("jinjapage.html")
    for names in (["apple", "pear"], ["plum"]):
        text = page.render(title="Fruit", names=names)  # marker: render
    print("rendered", text.count("<li>"))


if __name__ == "__main__":
    main()
