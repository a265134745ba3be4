class Box:
    def __init__(self, across, down):
        self.across = across
        self.down = down


def main():
    box = Box(5, 10)
    number = 30
    print("boxed", box.across, number)  # marker: box


if __name__ == "__main__":
    main()
