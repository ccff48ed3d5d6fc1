using Xunit.Abstractions;
using Xunit.Sdk;

namespace NewsMesh.Storage.Tests.Compliance;

/// <summary>A fact of the compliance suite; skipped, with the reason, for an adapter whose server cannot be had here.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("NewsMesh.Storage.Tests.Compliance.StoreFactDiscoverer", "NewsMesh.Storage.Tests")]
public sealed class StoreFactAttribute : FactAttribute;

/// <summary>A theory of the compliance suite; skipped as a <see cref="StoreFactAttribute"/> is.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("NewsMesh.Storage.Tests.Compliance.StoreTheoryDiscoverer", "NewsMesh.Storage.Tests")]
public sealed class StoreTheoryAttribute : TheoryAttribute;

/// <summary>Says of an adapter's test class why it cannot run here; null where it can.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class NeedsServerAttribute : Attribute
{
    public abstract string? Missing { get; }
}

public sealed class StoreFactDiscoverer(IMessageSink sink) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        SkippedTests.Of(sink, discoveryOptions, testMethod) ?? new FactDiscoverer(sink).Discover(discoveryOptions, testMethod, factAttribute);
}

public sealed class StoreTheoryDiscoverer(IMessageSink sink) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        SkippedTests.Of(sink, discoveryOptions, testMethod) ?? new TheoryDiscoverer(sink).Discover(discoveryOptions, testMethod, factAttribute);
}

internal static class SkippedTests
{
    /// <summary>A skipped test where the method's class needs a server that is missing; else null.</summary>
    public static IEnumerable<IXunitTestCase>? Of(IMessageSink sink, ITestFrameworkDiscoveryOptions options, ITestMethod method)
    {
        var missing = method.TestClass.Class.ToRuntimeType().GetCustomAttributes(inherit: true)
            .OfType<NeedsServerAttribute>().Select(needs => needs.Missing).FirstOrDefault(reason => reason is not null);
        return missing is null
            ? null
            : [new XunitSkippedDataRowTestCase(sink, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method, missing)];
    }
}
