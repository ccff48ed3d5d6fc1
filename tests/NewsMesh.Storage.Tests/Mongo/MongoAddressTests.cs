using NewsMesh.Storage.Mongo;
using NewsMesh.Storage.Mongo.Connection;

namespace NewsMesh.Storage.Tests.Mongo;

public sealed class MongoAddressTests
{
    [Theory]
    [InlineData("mongodb://host", "newsmesh", "mongodb://host/newsmesh")]
    [InlineData("mongodb://host/", "newsmesh", "mongodb://host/newsmesh")]
    [InlineData("mongodb://host:27018/news", "news", "mongodb://host:27018/news")]
    [InlineData("mongodb://a:1,b:2,c:3/news?replicaSet=rs0", "news", "mongodb://a:1,b:2,c:3/news")]
    [InlineData("MongoDB+SRV://user:s%40cret@cluster.example/news?tls=true", "news", "mongodb+srv://cluster.example/news")]
    [InlineData("mongodb://user:secret@host?authSource=admin", "newsmesh", "mongodb://host/newsmesh")]
    [InlineData("mongodb://user:secret@[::1]:27017/n%C3%A9ws", "néws", "mongodb://[::1]:27017/néws")]
    public void An_address_gives_database_and_a_location_without_secrets(string text, string database, string location)
    {
        var address = MongoAddress.Parse(text);

        Assert.Equal((database, location), (address.Database, address.Location));
    }

    [Fact]
    public void What_the_user_says_stays_and_the_rest_has_defaults()
    {
        var address = MongoAddress.Parse("mongodb://user:secret@host/news?maxpoolsize=5&tls=true&retryWrites=false");

        Assert.StartsWith("mongodb://user:secret@host/news?maxpoolsize=5&tls=true&retryWrites=false&", address.ConnectionString, StringComparison.Ordinal);
        Assert.Contains("&serverSelectionTimeoutMS=3000", address.ConnectionString, StringComparison.Ordinal);
        Assert.DoesNotContain("maxPoolSize=32", address.ConnectionString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("w=0")]
    [InlineData("readConcernLevel=local")]
    [InlineData("READPREFERENCE=secondary")]
    [InlineData("journal=false")]
    public void Concerns_are_the_stores_own(string option) => Assert.DoesNotContain(
        option, MongoAddress.Parse($"mongodb://host/news?{option}&tls=true").ConnectionString, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("mongodb://")]
    [InlineData("mongodb:///news")]
    [InlineData("mongodb://user:se/cret@host/news")]
    [InlineData("mongodb://host/a.b")]
    [InlineData("mongodb://host/a%20b")]
    [InlineData("mongodb://host/0123456789012345678901234567890123456789012345678901234567890123456789")]
    public void What_cannot_be_is_refused_without_repeating_it(string text)
    {
        var e = Assert.Throws<StoreConfigurationException>(() => StoreFactory.Create(text, TimeProvider.System));

        Assert.Contains("MongoDB", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("cret", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_tells_its_location_without_secrets()
    {
        await using var store = StoreFactory.Create("mongodb://user:secret@host/news?tls=true", TimeProvider.System);

        Assert.IsType<MongoStore>(store);
        Assert.Equal("mongodb://host/news", store.Location);
    }

    [Fact]
    public void Retention_without_a_server_to_keep_it_is_refused()
    {
        var e = Assert.Throws<StoreConfigurationException>(() => StoreFactory.Create(
            "sqlite:news.db", TimeProvider.System, new StoreOptions { RawPageRetention = TimeSpan.FromDays(1) }));

        Assert.Contains("Retention", e.Message, StringComparison.Ordinal);
    }
}
