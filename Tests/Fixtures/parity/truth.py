def work(number):
    double = number * 2  # marker: first
    return double  # marker: second


def main():
    total = 0
    for number in range(6):
        total += work(number)  # marker: call
    print("total", total)  # marker: last


if __name__ == "__main__":
    main()
