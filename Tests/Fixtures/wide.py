"""Text of every width: PORT SIDE, where SIDE is pydevd (keywords) or pycharm (positions)."""

import sys


def main():
    port, side = int(sys.argv[1]), sys.argv[2]
    if side == "pydevd":
        import pydevd

        pydevd.settrace("127.0.0.1", port=port, stdout_to_server=True, stderr_to_server=True)
    else:
        import pydevd_pycharm

        pydevd_pycharm.settrace("127.0.0.1", True, True, port)
    cjk = "東京タワー、全角コメント"  # 合計を計算する、とても長い行なので途中で切れるはずです  # marker: entry
    combining = "e\u0301 n\u0303 é ñ ḍ̇ q̣̇"  # é ñ ḍ̇ q̣̇ combining marks
    emoji = "🐍 👩‍👩‍👧 ❤️ 🇩🇪 👍🏽"  # 🐍 👩‍👩‍👧 ❤️ 🇩🇪 👍🏽
    arabic = "مرحبا بالعالم"  # שלום עולם
    hangul = "한국어 각"  # 한국어
    ключ = {"日本": [1, 2], "ключ": "значение", "😀": None}
    print(cjk)
    print(emoji, combining)
    print(arabic, hangul)
    print("x", file=sys.stderr)  # marker: last
    return ключ


if __name__ == "__main__":
    main()
