using Xunit;

namespace NewsMesh.MongoGateway.Servers;

/// <summary>A test on a MongoDB server; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MongoFactAttribute : FactAttribute
{
    public MongoFactAttribute() => Skip = MongoServer.Missing;
}

/// <summary>A test that sets fail points on the server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MongoFailPointFactAttribute : FactAttribute
{
    public MongoFailPointFactAttribute() => Skip = MongoServer.FailPointsMissing;
}

/// <summary>A test that kills the server's engine, or needs the gateway's own ways.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MongoEngineFactAttribute : FactAttribute
{
    public MongoEngineFactAttribute() => Skip = MongoServer.EngineMissing;
}

/// <summary>As <see cref="MongoEngineFactAttribute"/>, for several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MongoEngineTheoryAttribute : TheoryAttribute
{
    public MongoEngineTheoryAttribute() => Skip = MongoServer.EngineMissing;
}

/// <summary>As <see cref="MongoFailPointFactAttribute"/>, for several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MongoFailPointTheoryAttribute : TheoryAttribute
{
    public MongoFailPointTheoryAttribute() => Skip = MongoServer.FailPointsMissing;
}
