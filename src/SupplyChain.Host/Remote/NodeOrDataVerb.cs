using System.CommandLine;
using SupplyChain.Host.Nodes;

namespace SupplyChain.Host.Remote;

/// <summary>A verb that asks a running node, or works on what nodes keep while none of them runs.</summary>
internal static class NodeOrDataVerb
{
    /// <summary>Makes the verb.</summary>
    /// <param name="json">Whether it answers in JSON.</param>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="options">Its own options.</param>
    /// <param name="run">
    /// Does it, with the data or else the node, and tells what to answer programs and people.
    /// </param>
    /// <param name="makesData">Whether a journal is made where there is none yet.</param>
    public static Command Create(
        Option<bool> json, string name, string description, Option[] options,
        Func<ParseResult, OfflineData?, NodeApi?, CancellationToken, Task<(string, IEnumerable<string>)>> run,
        bool makesData = false)
    {
        var (node, offline) = (new NodeOption(), new OfflineOptions());
        var verb = new Command(name, description);
        Array.ForEach(options, verb.Add);
        node.AddTo(verb);
        offline.AddTo(verb, node);
        verb.SetAction(async (line, cancellationToken) =>
        {
            await using var data = await offline.OpenAsync(line, cancellationToken, makesData);
            using var api = data is null ? node.Open(line) : null;
            try
            {
                var (forPrograms, forPeople) = await run(line, data, api, cancellationToken);
                new Terminal(line.GetValue(json)).Answer(forPrograms, forPeople);
                return ExitCode.Ok;
            }
            catch (HttpRequestException failure) when (api is not null)
            {
                throw api.Unreachable(failure);
            }
        });
        return verb;
    }

    /// <summary>What a reply holds.</summary>
    /// <exception cref="VerbException">It was answered no.</exception>
    public static T Accepted<T>(Reply<T> reply, string otherwise) where T : class =>
        reply is { Accepted: true, Value: { } value } ? value : throw new VerbException(
            reply.Message ?? (reply.Faults.Count > 0
                ? string.Join(' ', reply.Faults.Select(fault => fault.Message))
                : otherwise));
}
