using System.Reflection;
using System.Runtime.CompilerServices;

namespace NewsMesh.Contracts.Tests;

/// <summary>A contract is data: nothing in it can change after it was made, and nothing in it acts.</summary>
public sealed class ShapeTests
{
    /// <summary>What the compiler gives every record.</summary>
    private static readonly string[] OfEveryRecord =
        ["ToString", "GetHashCode", "Equals", "<Clone>$", "op_Equality", "op_Inequality", "Deconstruct"];

    public static TheoryData<Type> Records => [.. ContractTypes.Records];

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_is_sealed_in_the_contracts_namespace_and_derives_from_nothing(Type record)
    {
        Assert.NotNull(record.GetMethod("<Clone>$"));
        Assert.True(record.IsSealed);
        Assert.Equal(typeof(object), record.BaseType);
        Assert.Equal("NewsMesh.Contracts", record.Namespace);
        Assert.Equal([typeof(IEquatable<>).MakeGenericType(record)], record.GetInterfaces());
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Every_field_is_set_once(Type record)
    {
        Assert.All(ContractTypes.Fields(record), field =>
        {
            var setter = field.SetMethod;
            Assert.NotNull(setter);
            Assert.Contains(typeof(IsExternalInit), setter.ReturnParameter.GetRequiredCustomModifiers());
            Assert.False(field.PropertyType.IsArray, "An array can be changed by whoever holds the message.");
        });
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_has_no_behaviour(Type record)
    {
        var methods = record.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => !IsAccessor(m)).Select(m => m.Name);
        Assert.Empty(methods.Except(OfEveryRecord));
        Assert.Equal(2, record.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Length);
        Assert.All(record.GetFields(BindingFlags.Public | BindingFlags.Static), field => Assert.True(field.IsLiteral));
    }

    [Fact]
    public void The_contracts_reference_nothing_but_the_framework()
    {
        var references = typeof(SubmitArticle).Assembly.GetReferencedAssemblies().Select(a => a.Name!);
        Assert.All(references, name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }

    [Fact]
    public void The_list_of_reasons_names_every_reason()
    {
        Assert.Equal(ContractTypes.Values(typeof(RejectionReasons)), RejectionReasons.All);
    }

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && (method.Name.StartsWith("get_", StringComparison.Ordinal) || method.Name.StartsWith("set_", StringComparison.Ordinal));
}
