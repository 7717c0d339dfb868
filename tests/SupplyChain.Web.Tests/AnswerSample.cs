using Microsoft.AspNetCore.Http;

namespace SupplyChain;

/// <summary>An answer of REST.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Name">Which one.</param>
/// <param name="Result">The answer.</param>
internal sealed record AnswerSample(string Subject, string Name, IResult Result)
{
    /// <summary>An answer to a read: one with all that can be in it, and one with what has to be.</summary>
    public static AnswerSample[] Both<T>(string subject, string name, Func<T, IResult> answer) where T : class =>
    [
        new(subject, $"{name}.full", answer(Instance.Full<T>())),
        new(subject, $"{name}.minimal", answer(Instance.Minimal<T>())),
    ];

    /// <summary>An answer to a command, the first time and when it is repeated.</summary>
    public static AnswerSample[] Replies<T, TReply>(string subject, string name, Func<TReply, IResult> answer)
        where T : class
        where TReply : Reply<T>, new() =>
    [
        new(subject, $"{name}.created.full", answer(Replied<T, TReply>(Instance.Full<T>(), ReplyStatus.Created))),
        new(subject, $"{name}.replayed.full", answer(Replied<T, TReply>(Instance.Full<T>(), ReplyStatus.Replayed))),
        new(subject, $"{name}.created.minimal", answer(Replied<T, TReply>(Instance.Minimal<T>(), ReplyStatus.Created))),
    ];

    private static TReply Replied<T, TReply>(T value, ReplyStatus status)
        where T : class
        where TReply : Reply<T>, new() => new TReply() with { Value = value, Status = status };
}
