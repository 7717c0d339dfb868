using System.CommandLine.Parsing;

namespace SupplyChain.Host.Nodes;

/// <summary>Where the web part listens; <see cref="Reach"/> decides what of it may be.</summary>
internal static class ListenUrls
{
    public const string Default = "http://127.0.0.1:8080";

    /// <summary>Parses what was given to <c>--urls</c>.</summary>
    public static string[]? Parse(ArgumentResult given)
    {
        var urls = given.Tokens
            .SelectMany(token => token.Value.Split(
                [';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .ToArray();
        var fault = urls.Length == 0
            ? "--urls names no address."
            : urls.Select(Fault).FirstOrDefault(text => text is not null);
        if (fault is null)
            return [.. urls.Select(url => url.TrimEnd('/'))];
        given.AddError(fault);
        return null;
    }

    private static string? Fault(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed)
            || (parsed.Scheme != Uri.UriSchemeHttp && parsed.Scheme != Uri.UriSchemeHttps)
            || parsed.PathAndQuery != "/" || parsed.UserInfo.Length > 0)
        {
            return $"--urls: '{url}' is not of the form {Default}.";
        }

        // By any other name all addresses of the machine would be meant.
        if (parsed is { HostNameType: UriHostNameType.Dns, IsLoopback: false })
            return $"--urls: '{url}' has to name an address of this machine; 0.0.0.0 and [::] are all of them.";
        return parsed is { Port: 0, HostNameType: UriHostNameType.Dns }
            ? "--urls: a free port (0) needs an address, such as http://127.0.0.1:0."
            : null;
    }
}
