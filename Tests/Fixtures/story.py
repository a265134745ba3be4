"""The story that most tests tell: PORT SIDE, where SIDE is pydevd (keywords) or pycharm (positions)."""

import sys


def price(item):
    net = item["net"]  # marker: price-first
    gross = net + net // 5  # marker: price-second
    return gross  # marker: price-return


def total(items):
    result = 0  # marker: total-first
    for item in items:  # marker: total-loop
        result += price(item)  # marker: total-add
    return result  # marker: total-return


def main():
    port, side = int(sys.argv[1]), sys.argv[2]
    if side == "pydevd":
        import pydevd

        pydevd.settrace("127.0.0.1", port=port, stdout_to_server=True, stderr_to_server=True)
    else:
        import pydevd_pycharm

        pydevd_pycharm.settrace("127.0.0.1", True, True, port)
    greeting = "Grüße, 世界"  # marker: entry
    items = [{"name": "pear", "net": 10}, {"name": "Äpfel", "net": 20}, {"name": "桃", "net": 30}]  # marker: items
    print("items to sell:", len(items))  # marker: print
    amount = total(items)  # marker: call
    print(f"the amount is {amount}, {greeting.upper()}")  # marker: after
    print(f"warned {amount + 1} times", file=sys.stderr)  # marker: warn
    return 0  # marker: last


if __name__ == "__main__":
    sys.exit(main())
