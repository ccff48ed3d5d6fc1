using System.Text;

namespace NewsMesh.Ingest.Tests;

public sealed class CharsetDetectorTests
{
    static CharsetDetectorTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static byte[] Bytes(string text, string charset) => Encoding.GetEncoding(charset).GetBytes(text);

    [Fact]
    public void A_byte_order_mark_beats_every_declaration()
    {
        byte[] utf8 = [0xEF, 0xBB, 0xBF, .. "<meta charset=koi8-r>é"u8];
        Assert.Equal(("<meta charset=koi8-r>é", "utf-8"), PageDecoder.Decode(utf8, "text/html; charset=windows-1252"));
        byte[] little = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Ünï")];
        Assert.Equal(("Ünï", "utf-16le"), PageDecoder.Decode(little, "text/html; charset=utf-8"));
        byte[] big = [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("Ünï")];
        Assert.Equal(("Ünï", "utf-16be"), PageDecoder.Decode(big, null));
    }

    [Theory]
    [InlineData("text/html; charset=windows-1250")]
    [InlineData("text/html;CHARSET=\"cp1250\"")]
    [InlineData("text/html; charset = 'x-cp1250' ; x=y")]
    public void The_header_beats_the_meta_element(string contentType)
    {
        var body = Bytes("<meta charset=windows-1252><p>Żółw</p>", "windows-1250");
        var (text, charset) = PageDecoder.Decode(body, contentType);
        Assert.Equal("windows-1250", charset);
        Assert.Contains("Żółw", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><head><meta charset=\"windows-1251\">")]
    [InlineData("<META CHARSET=cp1251 />")]
    [InlineData("<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>")]
    [InlineData("<meta content=\"text/html; charset=windows-1251\" http-equiv=\"content-type\">")]
    [InlineData("<!-- <meta charset=koi8-r> --><script>'<meta charset=koi8-r>'</script><meta charset=windows-1251>")]
    [InlineData("<meta name=\"x\" content=\"charset=koi8-r\"><meta charset=windows-1251>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"windows-1251\"?><html>")]
    public void A_declaration_in_the_page_counts_without_a_header(string head)
    {
        var (text, charset) = PageDecoder.Decode(Bytes(head + "<p>Ё", "windows-1251"), "text/html");
        Assert.Equal("windows-1251", charset);
        Assert.EndsWith("Ё", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_declaration_beyond_the_first_4_KiB_does_not_count() =>
        Assert.NotEqual("koi8-r", CharsetDetector.Detect(Bytes(new string(' ', 4096) + "<meta charset=koi8-r>é", "windows-1252"), null));

    [Theory]
    [InlineData("iso-8859-1", "windows-1252")]
    [InlineData("latin1", "windows-1252")]
    [InlineData("US-ASCII", "windows-1252")]
    [InlineData("ISO-8859-9", "windows-1254")]
    [InlineData("GB2312", "gb18030")]
    [InlineData("gbk", "gb18030")]
    [InlineData("x-sjis", "shift_jis")]
    [InlineData("euc-kr", "ks_c_5601-1987")]
    [InlineData("utf8", "utf-8")]
    [InlineData("no-such-charset", "utf-8")]
    public void Labels_mean_what_browsers_take_them_for(string label, string charset) =>
        Assert.Equal(charset, CharsetDetector.Detect("plain"u8, $"text/html; charset={label}"));

    [Fact]
    public void Every_charset_that_a_label_can_name_reads() =>
        Assert.All(CharsetLabels.Known, charset => Assert.Equal("a", Encoding.GetEncoding(charset).GetString(Bytes("a", charset))));

    [Fact]
    public void Utf16_declared_inside_a_page_means_utf8() =>
        Assert.Equal("utf-8", CharsetDetector.Detect("<meta charset=utf-16><p>x"u8, null));

    [Fact]
    public void Text_that_is_plainly_utf8_is_utf8_whatever_is_declared()
    {
        var body = "<meta charset=iso-8859-1><p>Ça a déjà commencé à l'été</p>"u8.ToArray();
        Assert.Equal("utf-8", CharsetDetector.Detect(body, "text/html; charset=windows-1252"));
    }

    [Fact]
    public void Utf8_that_is_declared_but_contradicted_gives_way_to_what_fits()
    {
        var polish = Bytes("<meta charset=windows-1250><p>Zażółć gęślą jaźń", "windows-1250");
        Assert.Equal("windows-1250", CharsetDetector.Detect(polish, "text/html; charset=utf-8"));
        var french = Bytes("<meta charset=utf-8><p>Le café est fermé cet été à midi", "windows-1252");
        Assert.Equal("windows-1252", CharsetDetector.Detect(french, "text/html; charset=utf-8"));
    }

    [Fact]
    public void A_slip_in_a_utf8_page_leaves_it_utf8()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("é ñ ü ", 20))), 0xE9, 0x20];
        Assert.Equal("utf-8", CharsetDetector.Detect(body, "text/html; charset=utf-8"));
        Assert.Equal("utf-8", CharsetDetector.Detect(body, null));
    }

    [Fact]
    public void A_page_cut_within_a_character_is_still_utf8()
    {
        var body = "Ça va"u8.ToArray().Concat("é"u8.ToArray().Take(1)).ToArray();
        Assert.Equal("utf-8", CharsetDetector.Detect(body, null));
    }

    [Fact]
    public void An_empty_page_is_utf8() => Assert.Equal(("", "utf-8"), PageDecoder.Decode([], null));

    public static TheoryData<string, string> Undeclared => new()
    {
        { "windows-1252", "Le maire a déclaré que la passerelle rouvrira au début de l’été, après deux années de travaux." },
        { "windows-1252", "“We’re reopening the ferry,” she said — at last." },
        { "windows-1252", "El alcalde señaló que la reunión será mañana en el salón del pueblo." },
        { "windows-1252", "Die Fähre fährt ab Montag wieder über den Fluß, erklärte die Bürgermeisterin." },
        { "windows-1252", "A reunião começou às nove e não houve decisão sobre a construção." },
        { "windows-1252", "Färjan går igen från måndag, säger kommunen på sin hemsida." },
        { "windows-1250", "Burmistrz powiedział, że prom wróci na rzekę jeszcze w tę środę. Mieszkańcy są zadowoleni." },
        { "windows-1250", "Starosta řekl, že přívoz začne jezdit už příští týden a že jízdné bude nižší." },
        { "iso-8859-2", "Burmistrz powiedział, że prom wróci na rzekę jeszcze w tę środę. Mieszkańcy są zadowoleni." },
        { "windows-1250", "A polgármester közölte, hogy a komp hétfőtől újra közlekedik, és a jegyár nem nő." },
        { "windows-1254", "Belediye başkanı, vapurun pazartesi günü yeniden sefere başlayacağını söyledi; ücret değişmiyor." },
        { "windows-1251", "Мэр сообщил, что паром снова начнет ходить в понедельник, а цена билета не изменится." },
        { "koi8-r", "Мэр сообщил, что паром снова начнет ходить в понедельник, а цена билета не изменится." },
        { "iso-8859-5", "Мэр сообщил, что паром снова начнет ходить в понедельник, а цена билета не изменится." },
        { "windows-1253", "Ο δήμαρχος είπε ότι το φέριμποτ θα ξεκινήσει πάλι τη Δευτέρα και η τιμή δεν αλλάζει." },
        { "windows-1255", "ראש העיר אמר כי המעבורת תחזור לפעול ביום שני והמחיר לא ישתנה" },
        { "windows-1256", "قال رئيس البلدية إن العبارة ستعود إلى العمل يوم الاثنين ولن يتغير السعر" },
        { "windows-874", "นายกเทศมนตรีกล่าวว่าเรือข้ามฟากจะกลับมาให้บริการในวันจันทร์" },
        { "shift_jis", "市長は、渡し船の運航を月曜日から再開すると発表した。運賃は変わらないという。" },
        { "euc-jp", "市長は、渡し船の運航を月曜日から再開すると発表した。運賃は変わらないという。" },
        { "gb18030", "市长说，渡轮将从星期一起恢复运行，票价不变。这是我们两年来的第一个好消息，他对记者说。" },
        { "big5", "市長說，渡輪將從星期一起恢復運行，票價不變。這是我們兩年來的第一個好消息，他對記者說。" },
        { "ks_c_5601-1987", "시장은 월요일부터 나룻배 운항을 다시 시작한다고 밝혔다. 요금은 그대로이다." },
    };

    [Theory]
    [MemberData(nameof(Undeclared))]
    public void Text_without_declaration_is_read_right(string charset, string sentence)
    {
        var (text, found) = PageDecoder.Decode(Bytes($"<html><p class=\"lead\">{sentence}</p></html>", charset), null);
        Assert.Contains(sentence, text, StringComparison.Ordinal);
        Assert.Equal(charset, found);
    }

    [Fact]
    public void Any_bytes_at_all_are_read_without_an_exception()
    {
        var random = new Random(11);
        for (var round = 0; round < 300; round++)
        {
            var body = new byte[random.Next(400)];
            random.NextBytes(body);
            Encoding.GetEncoding(PageDecoder.Decode(body, null).Charset);
        }
    }

    [Fact]
    public void Ten_megabytes_of_broken_bytes_are_read()
    {
        var body = new byte[10 * 1024 * 1024];
        Array.Fill(body, (byte)0xFF);
        Assert.NotEmpty(PageDecoder.Decode(body, "text/html; charset=" + new string('x', 10_000)).Text);
    }
}
