namespace NewsMesh.AllInOne.Tests.Support;

/// <summary>Tests that run the command line in this process take the console for themselves: one at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class CommandLineTests
{
    public const string Name = "command line";
}
