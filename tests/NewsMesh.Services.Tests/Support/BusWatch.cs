using System.Collections.Concurrent;
using MassTransit;

namespace NewsMesh.Services.Tests.Support;

/// <summary>What was published, under which message id; what was consumed, and what failed for good.</summary>
internal sealed class BusWatch(Moments moments) : IPublishObserver, IReceiveObserver
{
    private readonly ConcurrentQueue<(Guid MessageId, object Message)> _published = new();
    private readonly ConcurrentDictionary<Type, int> _consumed = new();
    private readonly ConcurrentQueue<Exception> _faults = new();

    public IReadOnlyList<Exception> Faults => [.. _faults];

    /// <summary>Messages of a type in the order of their publishes.</summary>
    public IReadOnlyList<(Guid MessageId, T Message)> Published<T>()
        where T : class =>
        [.. _published.Where(p => p.Message is T).Select(p => (p.MessageId, (T)p.Message))];

    /// <summary>Messages of a type whose consumer has ended well.</summary>
    public int Consumed<T>() => _consumed.GetValueOrDefault(typeof(T));

    public Task PrePublish<T>(PublishContext<T> context)
        where T : class => moments.BeforeAsync("publish " + typeof(T).Name);

    public Task PostPublish<T>(PublishContext<T> context)
        where T : class
    {
        _published.Enqueue((context.MessageId!.Value, context.Message));
        var name = "publish " + typeof(T).Name;
        return moments.AfterAsync(name, moments.CountOf(name));
    }

    public Task PublishFault<T>(PublishContext<T> context, Exception exception)
        where T : class => Task.CompletedTask;

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class
    {
        _consumed.AddOrUpdate(typeof(T), 1, (_, n) => n + 1);
        return Task.CompletedTask;
    }

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class
    {
        _faults.Enqueue(exception);
        return Task.CompletedTask;
    }

    public Task ReceiveFault(ReceiveContext context, Exception exception)
    {
        _faults.Enqueue(exception);
        return Task.CompletedTask;
    }
}
