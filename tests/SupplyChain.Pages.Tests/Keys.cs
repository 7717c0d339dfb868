namespace SupplyChain;

/// <summary>Keys, and people who sign in with them.</summary>
internal static class Keys
{
    /// <summary>A key of a role, made before the node starts.</summary>
    public static async Task<string> CreateAsync(string data, string role)
    {
        var (code, said) = await TestedProgram.RunAsync(
            new Dictionary<string, string>(), "keys", "create", "--role", role, "--name", role, "--data", data);
        code.Should().Be(0, said);
        return said.Split('\n')[0].Trim();
    }

    /// <summary>A key that a running node makes.</summary>
    /// <param name="http">The node, with an admin's key.</param>
    /// <param name="wanted">What a key may be created with.</param>
    public static async Task<string> CreateAsync(NodeHttp http, object wanted) =>
        (await http.PostAsync("keys", wanted)).Read<Created>().Key;

    /// <summary>Goes to a page, and signs in on the way.</summary>
    public static async Task SignInAsync(this Tab tab, string page, string key)
    {
        await tab.Page.GotoAsync(page);
        (await tab.BarriersAsync()).Should().BeEmpty();
        await tab.Page.FillAsync("#key", key);
        await tab.Page.ClickAsync("button[type=submit]");
        await tab.AliveAsync();
    }

    /// <summary>Signs out, which ends on the page to sign in.</summary>
    public static async Task SignOutAsync(this Tab tab)
    {
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator("#key")).ToBeVisibleAsync();
    }

    private sealed record Created(string Key);
}
