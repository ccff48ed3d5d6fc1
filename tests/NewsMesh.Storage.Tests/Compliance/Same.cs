using System.Text.Json;

namespace NewsMesh.Storage.Tests.Compliance;

/// <summary>Documents hold lists, whose equality is by reference: they are compared by their JSON, offsets of times included.</summary>
internal static class Same
{
    public static void Document<T>(T expected, T? actual) =>
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
}
