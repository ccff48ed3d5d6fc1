namespace NewsMesh.AllInOne.Processing;

/// <summary>A folder that goes with its owner.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private TemporaryFolder(string path)
    {
        Path = path;
    }

    public string Path { get; }

    public static TemporaryFolder Create() => new(Directory.CreateTempSubdirectory("newsmesh-").FullName);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A file still open on a system that does not unlink open files: the system's own clean-up takes it.
        }
    }
}
