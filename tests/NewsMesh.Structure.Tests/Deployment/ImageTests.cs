using System.Text.RegularExpressions;

namespace NewsMesh.Structure.Tests.Deployment;

public sealed partial class ImageTests
{
    private static readonly ComposeFile Compose = ComposeFile.Load();

    public static TheoryData<string> Dockerfiles =>
        [.. Repository.Files.Where(f => Path.GetFileName(f) == "Dockerfile")];

    [Fact]
    public void Images_of_the_compose_file_are_pinned()
    {
        Assert.All(Compose.Services.Where(s => s.Image is not null), s => Assert.Matches(Pinned(), s.Image));
    }

    [Theory]
    [MemberData(nameof(Dockerfiles))]
    public void Base_images_are_pinned(string path)
    {
        var images = Dockerfile.Load(path).BaseImages;
        Assert.NotEmpty(images);
        Assert.All(images, image => Assert.Matches(Pinned(), image));
    }

    [Theory]
    [InlineData("rabbitmq", false)]
    [InlineData("rabbitmq:latest", false)]
    [InlineData("rabbitmq:4-management", false)]
    [InlineData("rabbitmq:4.1-management", true)]
    [InlineData("registry.example:5000/rabbitmq", false)]
    public void Pinned_means_at_least_major_and_minor(string image, bool pinned)
    {
        Assert.Equal(pinned, Pinned().IsMatch(image));
    }

    [Theory]
    [MemberData(nameof(Dockerfiles))]
    public void An_image_runs_without_root(string path)
    {
        Assert.NotNull(Dockerfile.Load(path).User);
    }

    [Theory]
    [MemberData(nameof(Dockerfiles))]
    public void A_health_check_asks_a_port_that_the_image_exposes(string path)
    {
        var file = Dockerfile.Load(path);
        Assert.Contains(file.HealthCheck!.Port, file.ExposedPorts);
    }

    [Theory]
    [MemberData(nameof(Dockerfiles))]
    public void Every_dockerfile_is_used_by_the_compose_file(string path)
    {
        Assert.Contains(Compose.Services, s => s.Dockerfile == path);
    }

    [GeneratedRegex(@"^[^:]+:\d+\.\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Pinned();
}
