using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SupplyChain.Access;

namespace SupplyChain.Planner.Integrations;

/// <summary>What tests of the page share: actors that answer as told, and a clock that moves as told.</summary>
public abstract class IntegrationsTest : IAsyncDisposable
{
    protected static readonly DateTimeOffset Now = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private readonly BunitContext _page = new();
    private readonly LiveFeed _feed;

    protected IntegrationsTest(Role role = Role.Integrator)
    {
        _page.JSInterop.Mode = JSRuntimeMode.Loose;
        var chain = SupplyChainClient.Over(Actors.Factory, new(), Time);
        _feed = new(chain, Time, NullLogger<LiveFeed>.Instance);
        _page.Services.AddSingleton(chain);
        _page.Services.AddSingleton<TimeProvider>(Time);
        _page.Services.AddCascadingValue(_ => new Viewer(_feed, Time));
        _page.For(role);
    }

    protected FakeTimeProvider Time { get; } = new(Now);

    protected ScriptedActors Actors { get; } = new();

    /// <summary>The commands that the actors got.</summary>
    protected List<object?> Sent { get; } = [];

    protected NavigationManager Navigation => _page.Services.GetRequiredService<NavigationManager>();

    public async ValueTask DisposeAsync()
    {
        await _page.DisposeAsync();
        _feed.Close();
        GC.SuppressFinalize(this);
    }

    protected IRenderedComponent<T> Open<T>(
        string address, Action<ComponentParameterCollectionBuilder<T>>? with = null) where T : IComponent
    {
        Navigation.NavigateTo(address);
        return with is null ? _page.Render<T>() : _page.Render(with);
    }

    /// <summary>What a part says, with a space between its elements.</summary>
    protected static string Text(INode part) => string.Join(
        ' ', part.Descendants<IText>().Select(text => text.Data.Trim()).Where(text => text.Length > 0));

    /// <summary>Notes a command and answers it.</summary>
    protected Task<T> Note<T>(object? command, T reply)
    {
        Sent.Add(command);
        return Task.FromResult(reply);
    }
}
