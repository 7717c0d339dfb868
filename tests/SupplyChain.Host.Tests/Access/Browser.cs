using System.Text;
using FluentAssertions;

namespace SupplyChain.Access;

/// <summary>Keeps a site's cookies, and goes from place to place as a person's browser does.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly Dictionary<string, string> _cookies = [];
    private readonly Uri _site;

    /// <summary>A browser that has never been at the site.</summary>
    public Browser(Uri site) => _site = site;

    /// <summary>Whether the site gave it a session.</summary>
    public bool HasSession => _cookies.ContainsKey("sc-session");

    /// <summary>Signs in with the provider; where it ends.</summary>
    public async Task<string> SignInAsync(string from, bool again = false) =>
        (await GetAsync(await WayBackAsync(from, again))).Place;

    /// <summary>Goes to the provider; the place that it is sent back to.</summary>
    public async Task<string> WayBackAsync(string from = "/", bool again = false)
    {
        var there = await GetAsync($"/sign-in/openid?from={Uri.EscapeDataString(from)}{(again ? "&again=true" : "")}");
        there.Status.Should().Be(302);
        there.Place.Should().Contain("code_challenge=").And.Contain("code_challenge_method=S256");
        var back = await GetAsync(there.Place);
        back.Place.Should().StartWith($"{_site}sign-in/openid/back?");
        return back.Place;
    }

    /// <summary>Opens a place; its status, and where it leads.</summary>
    public async Task<(int Status, string Place)> GetAsync(string place)
    {
        using var answer = await SendAsync(HttpMethod.Get, place);
        return ((int)answer.StatusCode, answer.Headers.Location?.ToString() ?? "");
    }

    /// <summary>What is written at a place.</summary>
    public async Task<string> TextAsync(string place)
    {
        using var answer = await SendAsync(HttpMethod.Get, place);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a document; the status.</summary>
    public async Task<int> PutAsync(string place, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await SendAsync(HttpMethod.Put, place, content);
        return (int)answer.StatusCode;
    }

    /// <summary>Sends a form; where it leads.</summary>
    public async Task<string> PostAsync(string place, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await SendAsync(HttpMethod.Post, place, content);
        return answer.Headers.Location!.ToString();
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string place, HttpContent? content = null)
    {
        var address = new Uri(_site, place);
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Accept.ParseAdd("text/html");
        if (address.Authority == _site.Authority && _cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await _http.SendAsync(request);
        if (address.Authority == _site.Authority && answer.Headers.TryGetValues("Set-Cookie", out var set))
            Keep(set);
        return answer;
    }

    private void Keep(IEnumerable<string> set)
    {
        foreach (var (name, value, isOver) in set.Select(line => (
            line[..line.IndexOf('=')], line[(line.IndexOf('=') + 1)..].Split(';')[0], line.Contains("1970"))))
        {
            _cookies.Remove(name);
            if (!isOver)
                _cookies[name] = value;
        }
    }
}
