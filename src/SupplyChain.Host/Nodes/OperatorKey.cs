using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace SupplyChain.Host.Nodes;

/// <summary>
/// What an operator has to show, configured as <c>Operators:Key</c>: as a bearer token, or as the password of any user
/// for those who come with a browser.
/// </summary>
internal sealed class OperatorKey
{
    private readonly byte[]? _digest;

    private OperatorKey(string? key) => _digest = key is null ? null : Digest(key);

    /// <summary>Whether there is one.</summary>
    public bool IsSet => _digest is not null;

    /// <summary>The configured key.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">It is easily guessed.</exception>
    public static OperatorKey Configured()
    {
        var options = new OperatorOptions();
        Settings.Bind("Operators", options);
        options.Check();
        return new(options.Key);
    }

    /// <summary>Whether a request shows the key. How long that takes tells nothing about it.</summary>
    public bool IsShownBy(HttpRequest request) =>
        _digest is not null && Shown(request) is { } shown
        && CryptographicOperations.FixedTimeEquals(_digest, Digest(shown));

    private static string? Shown(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var given)
            || given.Parameter is not { Length: > 0 } parameter)
        {
            return null;
        }

        if (given.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            return parameter;
        Span<byte> bytes = new byte[parameter.Length];
        if (!given.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
            || !Convert.TryFromBase64String(parameter, bytes, out var length))
        {
            return null;
        }

        var userAndPassword = Encoding.UTF8.GetString(bytes[..length]);
        var colon = userAndPassword.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : userAndPassword[(colon + 1)..];
    }

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
