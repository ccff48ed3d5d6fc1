namespace NewsMesh.EndToEnd.Tests.Interop;

/// <summary>A client library that the README shows, with the two programs given for it.</summary>
/// <param name="Name">Last part of the address that its program drops an article under.</param>
/// <param name="Heading">The README's section.</param>
/// <param name="Language">Tag of the section's fenced blocks.</param>
internal sealed record Client(string Name, string Heading, string Language)
{
    public static readonly Client Python = new("python", "Python with pika", "python");
    public static readonly Client Node = new("node", "Node with amqplib", "javascript");
    public static readonly Client DotNet = new("dotnet", ".NET with RabbitMQ.Client", "csharp");
    public static readonly Client MassTransit = new("masstransit", ".NET with MassTransit", "csharp");

    /// <summary>The address that the README's programs connect to.</summary>
    private const string DefaultBroker = "amqp://guest:guest@localhost:5672/";

    /// <summary>The host of the articles that the README's programs drop.</summary>
    private const string Site = "https://news.example/";

    /// <summary>Runs the program that drops an article under <paramref name="site"/>, to its end.</summary>
    public async Task DropAsync(Uri broker, Uri site)
    {
        await using var program = ClientProgram.Start(Language, Blocks[0]
            .Replace(DefaultBroker, broker.ToString(), StringComparison.Ordinal)
            .Replace(Site, site.ToString(), StringComparison.Ordinal));
        await program.LineAsync(line => line == "dropped");
        Assert.Equal(0, await program.ExitCodeAsync());
    }

    /// <summary>Starts the program that prints events; it is bound when this returns.</summary>
    public async Task<ClientProgram> ReadAsync(Uri broker)
    {
        var program = ClientProgram.Start(Language, Blocks[1].Replace(DefaultBroker, broker.ToString(), StringComparison.Ordinal));
        await program.LineAsync(line => line == "waiting");
        return program;
    }

    private IReadOnlyList<string> Blocks
    {
        get
        {
            var blocks = ReadmeBlocks.Under(Heading, Language);
            Assert.Equal(2, blocks.Count);
            Assert.Contains(DefaultBroker, blocks[0], StringComparison.Ordinal);
            Assert.Contains(DefaultBroker, blocks[1], StringComparison.Ordinal);
            Assert.Contains(Site, blocks[0], StringComparison.Ordinal);
            return blocks;
        }
    }
}
