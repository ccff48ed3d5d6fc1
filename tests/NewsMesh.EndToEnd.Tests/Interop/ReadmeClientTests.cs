using NewsMesh.EndToEnd.Tests.Support;

namespace NewsMesh.EndToEnd.Tests.Interop;

/// <summary>The README's own programs drop articles into four processes on RabbitMQ and read the events back.</summary>
[Collection(PipelineGroup.Name)]
public sealed class ReadmeClientTests(PipelineFixture fixture)
{
    private readonly Uri _site = new($"https://s{Guid.NewGuid():N}.example/");

    [InteropFact("python")]
    public Task Python_drops_an_article_and_reads_its_event() => EveryReaderReadsEveryArticleAsync(Client.Python);

    [InteropFact("javascript")]
    public Task Node_drops_an_article_and_reads_its_event() => EveryReaderReadsEveryArticleAsync(Client.Node);

    [InteropFact]
    public Task Plain_dotnet_and_masstransit_read_what_each_other_drops() =>
        EveryReaderReadsEveryArticleAsync(Client.DotNet, Client.MassTransit);

    [InteropFact("python", "javascript")]
    public Task Clients_of_all_languages_read_what_each_other_drops() =>
        EveryReaderReadsEveryArticleAsync(Client.Python, Client.Node, Client.DotNet);

    private async Task EveryReaderReadsEveryArticleAsync(params Client[] clients)
    {
        var readers = new List<ClientProgram>();
        try
        {
            foreach (var client in clients)
            {
                readers.Add(await client.ReadAsync(fixture.Broker.Address));
            }

            foreach (var client in clients)
            {
                await client.DropAsync(fixture.Broker.Address, _site);
            }

            foreach (var reader in readers)
            {
                foreach (var address in clients.Select(client => $" {_site}2026/{client.Name} "))
                {
                    var line = await reader.LineAsync(x => x.Contains(address, StringComparison.Ordinal));
                    Assert.Matches("^en\\.(unique|exact|near) ", line);
                    Assert.Contains(" Library opens on Sundays | ", line, StringComparison.Ordinal);
                    Assert.Contains("Anna Bennett", line, StringComparison.Ordinal);
                }
            }
        }
        finally
        {
            foreach (var reader in readers)
            {
                await reader.DisposeAsync();
            }
        }
    }
}
