using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace SupplyChain;

/// <summary>A node works on a bounded number of requests, the youngest first.</summary>
public sealed class AdmissionTests : IDisposable
{
    private readonly Admission _admission = new(new() { RequestsAtOnce = 1, RequestsWaiting = 1 });
    private readonly List<string> _begun = [];

    public void Dispose() => _admission.Dispose();

    [Fact]
    public async Task The_request_that_has_waited_longest_is_refused_when_too_many_wait()
    {
        using var working = new Asked(this, "first");
        using var waiting = new Asked(this, "second");
        using var youngest = new Asked(this, "third");

        await waiting.Answer.Invoking(answer => answer).Should().ThrowAsync<BusyException>();
        working.Finish();
        youngest.Finish();
        await Task.WhenAll(working.Answer, youngest.Answer);
        _begun.Should().Equal("first", "third");
    }

    [Fact]
    public async Task A_request_whose_caller_has_left_is_not_worked_on()
    {
        using var working = new Asked(this, "first");
        using var left = new Asked(this, "second");

        left.Leave();
        await left.Answer.Invoking(answer => answer).Should().ThrowAsync<OperationCanceledException>();
        working.Finish();
        await working.Answer;
        _begun.Should().Equal("first");
    }

    [Fact]
    public async Task Who_is_done_lets_the_next_one_in_also_after_a_failure()
    {
        using var failing = new Asked(this, "first");
        using var next = new Asked(this, "second");

        failing.Fail();
        await failing.Answer.Invoking(answer => answer).Should().ThrowAsync<InvalidOperationException>();
        next.Finish();
        (await next.Answer).Should().Be("second");
    }

    /// <summary>One request, under way as soon as it is let in.</summary>
    private sealed class Asked : IDisposable
    {
        private readonly TaskCompletionSource _work = new();
        private readonly CancellationTokenSource _leaving = new();

        public Asked(AdmissionTests test, string name)
        {
            var http = new DefaultHttpContext { RequestAborted = _leaving.Token };
            Answer = test._admission.InvokeAsync(EndpointFilterInvocationContext.Create(http), async _ =>
            {
                test._begun.Add(name);
                await _work.Task;
                return name;
            }).AsTask();
        }

        public Task<object?> Answer { get; }

        public void Finish() => _work.SetResult();

        public void Fail() => _work.SetException(new InvalidOperationException("It went wrong."));

        public void Leave() => _leaving.Cancel();

        public void Dispose() => _leaving.Dispose();
    }
}
