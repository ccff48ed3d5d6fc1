using NewsMesh.Storage.Sqlite;

namespace NewsMesh.Storage.Tests;

public sealed class StoreFactoryTests
{
    [Theory]
    [InlineData("sqlite:data/news.db", "data/news.db", null)]
    [InlineData("SQLITE:/var/lib/news.db", "/var/lib/news.db", null)]
    [InlineData("sqlite:what?.db", "what?.db", null)]
    [InlineData("sqlite:news.db?synchronous=normal", "news.db", SqliteDurability.Normal)]
    [InlineData("sqlite:news.db?synchronous=FULL", "news.db", SqliteDurability.Full)]
    public void A_sqlite_setting_gives_its_path_and_durability(string setting, string path, SqliteDurability? durability) =>
        Assert.Equal(new SqliteUri(path, durability), StoreUri.Parse(setting));

    [Theory]
    [InlineData("sqlite:")]
    [InlineData("sqlite:  ")]
    [InlineData("sqlite:?synchronous=normal")]
    [InlineData("sqlite://server/file")]
    [InlineData("news.db")]
    [InlineData("")]
    [InlineData("postgres://user:secret@host/db")]
    public void An_unknown_form_is_refused_with_what_would_be_right(string setting)
    {
        var e = Assert.Throws<StoreConfigurationException>(() => StoreFactory.Create(setting, TimeProvider.System));

        Assert.Contains("sqlite:PATH", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mongodb://user:secret@host/db")]
    [InlineData("mongodb+srv://user:secret@host/db")]
    public void A_mongodb_setting_does_not_show_its_secrets(string setting) =>
        Assert.DoesNotContain("secret", StoreUri.Parse(setting).ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task A_sqlite_setting_gives_a_store_at_that_path()
    {
        await using var store = StoreFactory.Create("sqlite:news.db", TimeProvider.System);

        Assert.Equal(Path.GetFullPath("news.db"), store.Location);
    }

    [Fact]
    public void The_default_path_is_in_a_folder_of_its_own() =>
        Assert.EndsWith(Path.Combine("newsmesh", "newsmesh.db"), StoreFactory.DefaultPath(), StringComparison.Ordinal);
}
