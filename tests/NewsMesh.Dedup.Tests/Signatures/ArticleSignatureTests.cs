using NewsMesh.Dedup.Signatures;

namespace NewsMesh.Dedup.Tests.Signatures;

public sealed class ArticleSignatureTests
{
    private static readonly long[] StoredBands = [2408835772, 2394878598, 892029056];

    [Theory]
    [InlineData("", "")]
    [InlineData("", "x")]
    [InlineData("One", "word")]
    [InlineData(Texts.Title, Texts.Body)]
    public void Decoding_gives_back_what_was_encoded(string title, string text)
    {
        var signature = Texts.Sign(title, text);
        var decoded = ArticleSignature.Decode(signature.Encode());

        Assert.Equal(signature.Encode(), decoded.Encode());
        Assert.Empty(decoded.Bands);
        Assert.Equal(signature.Fingerprint, decoded.Fingerprint);
        Assert.Equal(PairFeatures.Of(signature, signature), PairFeatures.Of(signature, decoded));
    }

    [Fact]
    public void The_same_text_gives_the_same_bytes()
    {
        var other = new SignatureBuilder(DedupParameters.Default).Build(Texts.Title, Texts.Body);
        Assert.Equal(new SignatureBuilder(DedupParameters.Default).Build(Texts.Title, Texts.Body).Encode(), other.Encode());
    }

    [Fact]
    public void Bands_of_this_version_stay_what_they_are_in_stores()
    {
        // They change where the normaliser, the hashes or the parameters do: then the version must go up.
        Assert.Equal(StoredBands, Texts.Sign("A", "bridge of 12 arches").Bands.Take(3));
        Assert.Equal(3, ArticleSignature.CurrentVersion);
    }

    [Fact]
    public void Another_version_is_refused_by_name()
    {
        var bytes = Texts.Sign(Texts.Title, Texts.Body).Encode();
        bytes[0] = 200;
        var error = Assert.Throws<SignatureFormatException>(() => ArticleSignature.Decode(bytes));
        Assert.Contains("version 200", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_cut_signature_is_refused()
    {
        var bytes = Texts.Sign("A", "short text of no consequence").Encode();
        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<SignatureFormatException>(() => ArticleSignature.Decode(bytes[..length]));
    }

    [Fact]
    public void Damaged_bytes_end_in_the_documented_error_or_in_another_signature()
    {
        var random = new Random(3);
        var bytes = Texts.Sign(Texts.Title, Texts.Body).Encode();
        for (var i = 0; i < 2000; i++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var error = Record.Exception(() => ArticleSignature.Decode(damaged));
            Assert.True(error is null or SignatureFormatException, error?.ToString());
        }
    }

    [Fact]
    public void An_article_without_a_letter_has_no_bands()
    {
        Assert.Empty(Texts.Sign("", " .—! ").Bands);
        Assert.Equal(default, PairFeatures.Of(Texts.Sign("", ""), Texts.Sign("", "")));
    }

    [Fact]
    public void Bands_of_different_numbers_never_meet()
    {
        Assert.Equal(
            DedupParameters.Default.Bands,
            Texts.Sign("", "a").Bands.Distinct().Count());
    }

    [Fact]
    public void Of_a_very_long_text_only_the_start_counts()
    {
        var start = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i * 7919 % 100_003} "));
        var parameters = DedupParameters.Default;
        var longer = start[..parameters.MaxCharacters] + new string('z', 10_000_000);

        var signature = Texts.Sign("", longer);

        Assert.Equal(Texts.Sign("", start[..parameters.MaxCharacters]).Encode(), signature.Encode());
        Assert.InRange(signature.ShingleCount, 1, parameters.MaxShingles);
        Assert.InRange(signature.Encode().Length, 1, 1100);
    }
}
