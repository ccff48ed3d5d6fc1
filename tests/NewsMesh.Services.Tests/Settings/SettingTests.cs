using Microsoft.Extensions.Configuration;
using NewsMesh.Dedup.Service;
using NewsMesh.Entities.Service;
using NewsMesh.Ingest.Service;
using NewsMesh.ServiceDefaults;
using NewsMesh.Storage;
using NewsMesh.Stripping.Service;

namespace NewsMesh.Services.Tests.Settings;

/// <summary>A setting that cannot be used is named in one sentence, without what must not be told.</summary>
public sealed class SettingTests
{
    [Theory]
    [InlineData("NewsMesh:Bus", "http://user:s3cret@broker")]
    [InlineData("NewsMesh:Bus", "amqp//user:s3cret@broker")]
    [InlineData("NewsMesh:Bus", "")]
    [InlineData("NewsMesh:BusOptions:Concurrency", "0")]
    [InlineData("NewsMesh:BusOptions:Concurrency", "257")]
    [InlineData("NewsMesh:BusOptions:Prefetch", "0")]
    [InlineData("NewsMesh:BusOptions:Prefetch", "many")]
    [InlineData("NewsMesh:BusOptions:MaxMessageBytes", "1")]
    [InlineData("NewsMesh:BusOptions:MaxSubmissionBytes", "999999999")]
    [InlineData("NewsMesh:BusOptions:PublishTimeout", "00:00:00")]
    [InlineData("NewsMesh:BusOptions:RetryMin", "00:01:00")]
    [InlineData("NewsMesh:BusOptions:RetryMax", "01:00:00")]
    [InlineData("NewsMesh:BusOptions:StartTimeout", "soon")]
    [InlineData("NewsMesh:BusOptions:StopTimeout", "-00:00:01")]
    public void A_shared_setting_that_cannot_be_is_named(string name, string value) =>
        AssertNamed(name, configuration => NewsMeshOptions.From(configuration), value);

    [Theory]
    [InlineData("NewsMesh:Ingest:Limits:MaxPageBytes", "10")]
    [InlineData("NewsMesh:Ingest:Limits:MaxMetadataEntries", "-1")]
    [InlineData("NewsMesh:Ingest:Fetch:MaxAttempts", "0")]
    [InlineData("NewsMesh:Ingest:Fetch:AttemptTimeout", "1.00:00:00")]
    public void An_ingest_setting_that_cannot_be_is_named(string name, string value) =>
        AssertNamed(name, configuration => IngestOptions.From(configuration), value);

    [Theory]
    [InlineData("NewsMesh:Stripping:MinLetters", "0")]
    [InlineData("NewsMesh:Stripping:Limits:MaxCharacters", "0")]
    [InlineData("NewsMesh:Stripping:Limits:MaxNodes", "-5")]
    [InlineData("NewsMesh:Stripping:Limits:MaxDepth", "100000")]
    public void A_stripping_setting_that_cannot_be_is_named(string name, string value) =>
        AssertNamed(name, configuration => StrippingOptions.From(configuration), value);

    [Theory]
    [InlineData("xx-none")]
    [InlineData("/no/such/model.ner")]
    [InlineData(" ")]
    public void A_model_that_cannot_be_loaded_is_named(string value) =>
        AssertNamed("NewsMesh:Entities:Model", configuration => EntitiesOptions.From(configuration).LoadRecognizer(), value);

    [Theory]
    [InlineData("NewsMesh:Dedup:AnnouncementLease", "00:00:00")]
    [InlineData("NewsMesh:Dedup:Window", "00:00:00")]
    [InlineData("NewsMesh:Dedup:Window", "5000.00:00:00")]
    [InlineData("NewsMesh:Dedup:ExpiryInterval", "00:00:00.5")]
    public void A_dedup_setting_that_cannot_be_is_named(string name, string value) =>
        AssertNamed(name, configuration => DedupOptions.From(configuration), value);

    [Theory]
    [InlineData("postgres://user:s3cret@server/news")]
    [InlineData("sqlite:")]
    [InlineData("")]
    public void A_store_that_cannot_be_is_told_in_one_sentence_that_says_what_would_be_right(string value)
    {
        var fault = Assert.Throws<StoreConfigurationException>(() => StoreFactory.Create(value, TimeProvider.System));
        AssertOneSentence(fault.Message);
        Assert.StartsWith("The store setting", fault.Message, StringComparison.Ordinal);
        Assert.Contains(StoreUri.SqliteForm, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Defaults_are_valid()
    {
        var configuration = new ConfigurationBuilder().Build();
        Assert.Equal(NewsMeshOptions.DefaultBus, NewsMeshOptions.From(configuration).Bus);
        Assert.Equal(new StrippingOptions(), StrippingOptions.From(configuration));
        Assert.Equal(new DedupOptions(), DedupOptions.From(configuration));
        Assert.Equal(new IngestOptions(), IngestOptions.From(configuration));
    }

    [Theory]
    [InlineData("amqp://reader:s3cret@broker.example:5671/news", "amqp://broker.example:5671/news")]
    [InlineData("amqps://reader@broker.example/", "amqps://broker.example/")]
    [InlineData("INMEMORY", "inmemory")]
    public void A_bus_address_is_told_without_user_and_password(string setting, string told) =>
        Assert.Equal(told, BusAddress.Parse(setting).ToString());

    private static void AssertNamed(string name, Func<IConfiguration, object> read, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(name, (string?)value)]).Build();
        var fault = Assert.Throws<SettingException>(() => read(configuration));
        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
        AssertOneSentence(fault.Message);
    }

    private static void AssertOneSentence(string message)
    {
        Assert.DoesNotContain('\n', message);
        Assert.EndsWith(".", message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", message, StringComparison.Ordinal);
    }
}
