"""Renders the template that is named: JINJA-TEMPLATE."""
import os
import sys

import jinja2


def main(name):
    folder = os.path.dirname(os.path.abspath(__file__))
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(folder))
    try:
        text = environment.get_template(name).render(title="Fruit")  # marker: render
        print("rendered", text.count("Fruit"))
    except Exception as error:
        print("not rendered", type(error).__name__)


if __name__ == "__main__":
    main(sys.argv[1])
