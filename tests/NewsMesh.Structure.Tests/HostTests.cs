namespace NewsMesh.Structure.Tests;

/// <summary>A host fits on one screen and wires nothing itself.</summary>
public sealed class HostTests
{
    private const int MaxProgramLines = 15;

    public static TheoryData<string> Stages => ["Ingest", "Stripping", "Entities", "Dedup"];

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_service_starts_in_a_few_lines(string stage)
    {
        var lines = Repository.Read($"services/{stage}/NewsMesh.{stage}.Service/Program.cs").TrimEnd().Split('\n');
        Assert.InRange(lines.Length, 1, MaxProgramLines);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_service_has_one_registration_that_its_host_uses(string stage)
    {
        var folder = $"services/{stage}/NewsMesh.{stage}.Service/";
        Assert.Contains($"Add{stage}(", Repository.Read($"{folder}{stage}Registration.cs"), StringComparison.Ordinal);
        Assert.Contains($"Add{stage}(", Repository.Read($"{folder}Program.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_bus_is_set_up_in_one_place()
    {
        var places = Repository.ProductSources.Where(f => Repository.Read(f).Contains(".AddMassTransit(", StringComparison.Ordinal));
        Assert.All(places, f => Assert.StartsWith("shared/NewsMesh.ServiceDefaults/", f, StringComparison.Ordinal));
    }
}
