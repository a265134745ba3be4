def main():
    for _ in range(3):
        pass  # marker: early
    for i in range(10):
        last = i  # marker: late
    print("last", last)


if __name__ == "__main__":
    main()
