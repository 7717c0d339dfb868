using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace SupplyChain;

/// <summary>A node works on a bounded number of requests, the youngest first.</summary>
public sealed class AdmissionTests : IDisposable
{
    private readonly Admission _admission = new(new()
    {
        RequestsAtOnce = 1,
        RequestsWaiting = 1,
        LongestWait = TimeSpan.FromSeconds(10),
    });
    private readonly List<string> _begun = [];

    public void Dispose() => _admission.Dispose();

    [Fact]
    public async Task The_request_that_has_waited_longest_is_refused_when_too_many_wait()
    {
        using var working = new Asked(_admission, _begun, "first");
        using var waiting = new Asked(_admission, _begun, "second");
        using var youngest = new Asked(_admission, _begun, "third");

        (await waiting.Answer).Should().BeOfType<Problem>().Which.Status.Should().Be(429);
        working.Finish();
        youngest.Finish();
        await Task.WhenAll(working.Answer, youngest.Answer);
        _begun.Should().Equal("first", "third");
    }

    [Fact]
    public async Task A_request_that_has_waited_too_long_is_refused()
    {
        using var brief = new Admission(new() { RequestsAtOnce = 1, LongestWait = TimeSpan.FromMilliseconds(1) });
        using var working = new Asked(brief, _begun, "first");
        using var waiting = new Asked(brief, _begun, "second");

        (await waiting.Answer).Should().BeOfType<Problem>().Which.Status.Should().Be(429);
        working.Finish();
        await working.Answer;
        _begun.Should().Equal("first");
    }

    [Fact]
    public async Task A_request_whose_caller_has_left_is_not_worked_on()
    {
        using var working = new Asked(_admission, _begun, "first");
        using var left = new Asked(_admission, _begun, "second");

        left.Leave();
        await left.Answer;
        working.Finish();
        await working.Answer;
        _begun.Should().Equal("first");
    }

    [Fact]
    public async Task Who_is_done_lets_the_next_one_in_also_after_a_failure()
    {
        using var failing = new Asked(_admission, _begun, "first");
        using var next = new Asked(_admission, _begun, "second");

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

        public Asked(Admission admission, List<string> begun, string name)
        {
            var http = new DefaultHttpContext { RequestAborted = _leaving.Token };
            Answer = admission.InvokeAsync(EndpointFilterInvocationContext.Create(http), async _ =>
            {
                begun.Add(name);
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
