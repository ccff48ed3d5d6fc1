using System.Reflection;

namespace NewsMesh.Services.Tests.Support;

/// <summary>A port of the real store whose calls are noted, and may fail, in <see cref="Moments"/>.</summary>
public class PortProbe<TPort> : DispatchProxy
    where TPort : class
{
    private static readonly MethodInfo ProbeResult = typeof(PortProbe<TPort>).GetMethod(nameof(ProbeAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    private TPort _port = null!;
    private string _name = "";
    private Moments _moments = null!;

    /// <param name="port">The real one.</param>
    /// <param name="name">First part of the calls' names.</param>
    /// <param name="moments">Where calls are noted.</param>
    internal static TPort Around(TPort port, string name, Moments moments)
    {
        var proxy = Create<TPort, PortProbe<TPort>>();
        var probe = (PortProbe<TPort>)(object)proxy;
        (probe._port, probe._name, probe._moments) = (port, name, moments);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var result = targetMethod!.ReturnType;
        var probe = ProbeResult.MakeGenericMethod(result.IsGenericType ? result.GetGenericArguments()[0] : typeof(object));
        return probe.Invoke(this, [targetMethod, args]);
    }

    private async Task<T?> ProbeAsync<T>(MethodInfo method, object?[] args)
    {
        var name = $"{_name}.{method.Name}";
        var ordinal = await _moments.BeforeAsync(name);
        var task = (Task)method.Invoke(_port, args)!;
        await task;
        await _moments.AfterAsync(name, ordinal);
        return task is Task<T> value ? await value : default;
    }
}
