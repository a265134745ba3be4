extension PythonEncoding {
  /// A row for each encoding: its name for iconv(3), then Python's, and then the aliases that the releases from 2.7 to 3.15
  /// have (`encodings/aliases.py`). iconv(3) has none of those with a `-`.
  ///
  /// Those that are no superset of ASCII, such as EBCDIC and UTF-16, are left out: Python takes no source in them, since the
  /// cookie itself is ASCII.
  static let table = """
    ASCII ascii 646 ansi_x3.4_1968 ansi_x3.4_1986 ansi_x3_4_1968 cp367 csascii ibm367 iso646_us iso_646.irv_1991 \
      iso_ir_6 us us_ascii
    BIG5 big5 big5_tw csbig5 x_mac_trad_chinese
    BIG5-HKSCS big5hkscs big5_hkscs csbig5hkscs hkscs
    CP1125 cp1125 1125 cp866u ibm1125 ruscii
    CP1250 cp1250 1250 cswindows1250 windows_1250
    CP1251 cp1251 1251 cswindows1251 windows_1251
    CP1252 cp1252 1252 cswindows1252 windows_1252
    CP1253 cp1253 1253 cswindows1253 windows_1253
    CP1254 cp1254 1254 cswindows1254 windows_1254
    CP1255 cp1255 1255 cswindows1255 windows_1255
    CP1256 cp1256 1256 cswindows1256 windows_1256
    CP1257 cp1257 1257 cswindows1257 windows_1257
    CP1258 cp1258 1258 cswindows1258 windows_1258
    CP437 cp437 437 cspc8codepage437 ibm437
    CP737 cp737
    CP775 cp775 775 cspc775baltic ibm775
    CP850 cp850 850 cspc850multilingual ibm850
    CP852 cp852 852 cspcp852 ibm852
    CP855 cp855 855 csibm855 ibm855
    CP856 cp856
    CP857 cp857 857 csibm857 ibm857
    CP858 cp858 858 ccsid00858 cp00858 csibm00858 csibm858 ibm00858 ibm858 pc_multilingual_850_euro
    CP860 cp860 860 csibm860 ibm860
    CP861 cp861 861 cp_is csibm861 ibm861
    CP862 cp862 862 cspc862latinhebrew ibm862
    CP863 cp863 863 csibm863 ibm863
    CP864 cp864 864 csibm864 ibm864
    CP865 cp865 865 csibm865 ibm865
    CP866 cp866 866 csibm866 ibm866
    CP869 cp869 869 cp_gr csibm869 ibm869
    CP874 cp874 874 cswindows874 ms874 windows_874
    CP932 cp932 932 cswindows31j ms932 ms_kanji mskanji windows_31j
    CP949 cp949 949 csksc56011987 iso_ir_149 korean ks_c_5601 ks_c_5601_1987 ks_c_5601_1989 ks_x_1001 ksc5601 \
      ksc_5601 ksx1001 ms949 uhc
    CP950 cp950 950 ms950
    EUC-JISX0213 euc_jis_2004 euc_jis2004 eucjis2004 jisx0213
    EUC-JISX0213 euc_jisx0213 eucjisx0213
    EUC-JP euc_jp cseucpkdfmtjapanese eucjp u_jis ujis
    EUC-KR euc_kr cseuckr euckr korean ks_c_5601 ks_c_5601_1987 ks_x_1001 ksc5601 ksx1001 x_mac_korean
    GB18030 gb18030 csgb18030 gb18030_2000
    GB2312 gb2312 chinese csgb2312 csiso58gb231280 euc_cn euccn eucgb2312_cn gb2312_1980 gb2312_80 gb_2312_80 \
      iso_ir_58 x_mac_simp_chinese
    GBK gbk 936 cp936 csgbk ms936 windows_936
    HP-ROMAN8 hp_roman8 cp1051 csHPRoman8 cshproman8 ibm1051 r8 roman8
    ISO-2022-JP iso2022_jp csiso2022jp iso2022jp iso_2022_jp
    ISO-2022-JP-2 iso2022_jp_2 csiso2022jp2 iso2022jp_2 iso_2022_jp_2
    ISO-2022-JP-3 iso2022_jp_3 iso2022jp_3 iso_2022_jp_3
    ISO-2022-KR iso2022_kr csiso2022kr iso2022kr iso_2022_kr
    ISO-8859-1 iso8859_1 latin_1 8859 cp819 csisolatin1 ibm819 iso8859 iso_8859_1 iso_8859_1_1987 iso_ir_100 l1 \
      latin latin1
    ISO-8859-10 iso8859_10 csisolatin6 iso_8859_10 iso_8859_10_1992 iso_ir_157 l6 latin6 latin_6
    ISO-8859-11 iso8859_11 iso_8859_11 iso_8859_11_2001 thai
    ISO-8859-13 iso8859_13 csiso885913 iso_8859_13 l7 latin7 latin_7
    ISO-8859-14 iso8859_14 csiso885914 iso_8859_14 iso_8859_14_1998 iso_celtic iso_ir_199 l8 latin8 latin_8
    ISO-8859-15 iso8859_15 csiso885915 iso_8859_15 l9 latin9 latin_9
    ISO-8859-16 iso8859_16 csiso885916 iso_8859_16 iso_8859_16_2001 iso_ir_226 l10 latin10 latin_10
    ISO-8859-2 iso8859_2 csisolatin2 iso_8859_2 iso_8859_2_1987 iso_ir_101 l2 latin2 latin_2
    ISO-8859-3 iso8859_3 csisolatin3 iso_8859_3 iso_8859_3_1988 iso_ir_109 l3 latin3 latin_3
    ISO-8859-4 iso8859_4 csisolatin4 iso_8859_4 iso_8859_4_1988 iso_ir_110 l4 latin4 latin_4
    ISO-8859-5 iso8859_5 csisolatincyrillic cyrillic iso_8859_5 iso_8859_5_1988 iso_ir_144
    ISO-8859-6 iso8859_6 arabic asmo_708 csisolatinarabic ecma_114 iso_8859_6 iso_8859_6_1987 iso_ir_127
    ISO-8859-7 iso8859_7 csisolatingreek ecma_118 elot_928 greek greek8 iso_8859_7 iso_8859_7_1987 iso_ir_126
    ISO-8859-8 iso8859_8 csiso88598e csiso88598i csisolatinhebrew hebrew iso_8859_8 iso_8859_8_1988 iso_8859_8_e \
      iso_8859_8_i iso_ir_138
    ISO-8859-9 iso8859_9 csisolatin5 iso_8859_9 iso_8859_9_1989 iso_ir_148 l5 latin5 latin_5
    JOHAB johab cp1361 ms1361
    KOI8-R koi8_r cskoi8r
    KOI8-T koi8_t
    KOI8-U koi8_u cskoi8u
    RK1048 kz1048 cskz1048 kz_1048 rk1048 strk1048_2002
    MAC-CENTRALEUROPE mac_centeuro mac_latin2 maccentraleurope maclatin2
    MAC-CYRILLIC mac_cyrillic maccyrillic
    MACINTOSH mac_roman csmacintosh mac macintosh macroman
    PT154 ptcp154 cp154 csptcp154 cyrillic_asian pt154
    SHIFT_JIS shift_jis csshiftjis s_jis shiftjis sjis x_mac_japanese
    SHIFT_JISX0213 shift_jis_2004 s_jis_2004 shiftjis2004 sjis_2004
    SHIFT_JISX0213 shift_jisx0213 s_jisx0213 shiftjisx0213 sjisx0213
    TIS-620 tis_620 cstis620 iso_ir_166 tis620 tis_620_0 tis_620_2529_0 tis_620_2529_1
    UTF-8 utf_8 cp65001 csutf8 u8 utf utf8 utf8_ucs2 utf8_ucs4 utf_8_sig utf8_sig
    - charmap
    - cp1006
    - cp720
    - hz hz_gb hz_gb_2312 hzgb
    - idna
    - iso2022_jp_1 iso2022jp_1 iso_2022_jp_1
    - iso2022_jp_2004 iso2022jp_2004 iso_2022_jp_2004
    - iso2022_jp_ext iso2022jp_ext iso_2022_jp_ext
    - mac_arabic
    - mac_croatian
    - mac_farsi
    - mac_greek macgreek
    - mac_iceland maciceland
    - mac_romanian
    - mac_turkish macturkish
    - palmos
    - raw_unicode_escape
    - unicode_escape
    - utf_7 csunicode11utf7 csutf7 u7 unicode_1_1_utf_7 utf7
    """

  /// Characters of the GNU C library, by Python's codec, and those that Python has in their places.
  static let corrections: [String: (String, String)] = [
    "shift_jis": ("¥‾", "\\~"),
    "johab": ("₩", "\\"),
    "shift_jis_2004": ("—＼～｟｠", "―\\~⦅⦆"),
    "shift_jisx0213": ("—＼～｟｠鬜", "―\\~⦅⦆鬝"),
    "euc_jis_2004": ("—｟｠", "―⦅⦆"),
    "euc_jisx0213": ("—｟｠", "―⦅⦆"),
    "mac_cyrillic": ("¤", "€"),
    "mac_roman": ("Δ\u{e01e}", "∆\u{f8ff}"),
    "cp856": ("\u{1c}\u{7f}\u{1a}‾•", "\u{1a}\u{1c}\u{7f}¯·"),
    "big5": ("‧﹑¯～⊕⊙∕﹨￥￠￡" + privateUse, "•､‾∼♁☉／＼¥¢£" + eten),
    "cp950": (privateUse, eten),
  ]

  /// Where glibc has the extension of ETEN to Big5.
  private static let privateUse = String(String.UnicodeScalarView((0xf6b1...0xf7a9).compactMap(Unicode.Scalar.init)))

  private static let eten =
    "ヾゝゞ々ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんァアィ"
    + "イゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶДЕЁЖЗИЙ"
    + "КЛМУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽"
}
