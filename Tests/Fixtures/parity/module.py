import sys  # marker: first


def main():
    print("the arguments are", sys.argv[1:])  # marker: main


if __name__ == "__main__":
    main()
