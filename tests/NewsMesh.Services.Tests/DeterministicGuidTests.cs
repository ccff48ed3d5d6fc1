using NewsMesh.ServiceDefaults;

namespace NewsMesh.Services.Tests;

public sealed class DeterministicGuidTests
{
    private static readonly Guid Dns = new("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    private static readonly Guid Url = new("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    /// <summary>The example of RFC 9562, appendix A.4.</summary>
    [Fact]
    public void The_example_of_the_standard_comes_out() =>
        Assert.Equal(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"), DeterministicGuid.Create(Dns, "www.example.com"));

    [Theory]
    [InlineData("")]
    [InlineData("https://harbour.example/ä")]
    public void Version_and_variant_are_set_whatever_the_name(string name)
    {
        var id = DeterministicGuid.Create(Url, name);
        Assert.Equal(5, id.Version);
        Assert.InRange(id.Variant, 8, 11);
        Assert.NotEqual(id, DeterministicGuid.Create(Dns, name));
    }

    [Fact]
    public void The_same_parts_give_the_same_id_and_other_borders_between_them_another()
    {
        Assert.Equal(DeterministicGuid.Create("article", "1", "new"), DeterministicGuid.Create("article", "1", "new"));
        Assert.NotEqual(DeterministicGuid.Create("article", "1", "new"), DeterministicGuid.Create("article1", "", "new"));
        Assert.NotEqual(DeterministicGuid.Create("article", "11"), DeterministicGuid.Create("article1", "1"));
    }
}
