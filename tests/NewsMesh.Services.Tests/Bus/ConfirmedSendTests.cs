using System.Runtime.Serialization;
using System.Threading.Channels;
using MassTransit;
using NewsMesh.ServiceDefaults;
using NewsMesh.ServiceDefaults.Bus;
using RabbitMQ.Client.Exceptions;

namespace NewsMesh.Services.Tests.Bus;

public sealed class ConfirmedSendTests
{
    public static TheoryData<Exception> BrokerFaults => new()
    {
        new TransportException(),
        new ConnectionException(),
        new ConnectFailureException("refused", new IOException()),
        new ChannelClosedException(),
        new ObjectDisposedException("SemaphoreSlim"),
        new IOException(),
        new TimeoutException(),
    };

    [Theory]
    [MemberData(nameof(BrokerFaults))]
    public async Task Whatever_the_clients_throw_is_the_broker_being_away(Exception fault)
    {
        var thrown = await Assert.ThrowsAsync<BusUnavailableException>(() => SendAsync(_ => Task.FromException(fault)));

        Assert.Same(fault, thrown.InnerException);
    }

    [Fact]
    public async Task A_message_that_cannot_be_written_is_not_tried_again() =>
        await Assert.ThrowsAsync<SerializationException>(() => SendAsync(_ => Task.FromException(new SerializationException())));

    [Fact]
    public async Task A_confirm_that_does_not_come_is_the_broker_being_away() =>
        await Assert.ThrowsAsync<BusUnavailableException>(() => SendAsync(token => Task.Delay(Timeout.Infinite, token)));

    [Fact]
    public async Task A_send_that_never_ends_is_the_broker_being_away() =>
        await Assert.ThrowsAsync<BusUnavailableException>(() => SendAsync(_ => new TaskCompletionSource().Task));

    [Fact]
    public async Task A_caller_that_gives_up_is_told_so()
    {
        using var caller = new CancellationTokenSource();
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(token => Task.Delay(Timeout.Infinite, token), caller.Token));
    }

    private static Task SendAsync(Func<CancellationToken, Task> send, CancellationToken ct = default) =>
        ConfirmedSend.RunAsync("a message", TimeSpan.FromMilliseconds(50), send, ct);
}
