using System.Diagnostics;
using FluentAssertions;
using Orleans.Core.Internal;
using Xunit;

namespace SupplyChain.Views;

/// <summary>Saved views and the storage behind them.</summary>
public sealed class SavingViews(OneSilo silo)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task An_actor_that_is_activated_anew_knows_what_is_stored()
    {
        var views = silo.NewWorld().Views("orders");
        await views.Put(new("Mine", "late=true", ["number", "units"], Owner: "Ana"));
        await silo.WriteAsIfElsewhereAsync(views);
        (await views.Find(new("Mine", "Ana")))!.Query.Should().Be("late=true");
        await views.AsReference<IGrainManagementExtension>().DeactivateOnIdle();
        SavedView? seen = null;
        for (var until = Stopwatch.StartNew(); until.Elapsed < Patience && seen?.Query != "written=elsewhere";)
            seen = await views.Find(new("Mine", "Ana"));
        seen.Should().Be(new SavedView("Mine", "written=elsewhere", ["number", "units"], false, "Ana", 1));
    }

    [Fact]
    public async Task Saved_again_a_view_is_the_same_and_saved_otherwise_a_newer_one()
    {
        var views = silo.NewWorld().Views("orders");
        var saved = await views.Put(new("Mine", "status=Placed", ["number", "units"], Owner: "Ana"));
        saved.Status.Should().Be(ReplyStatus.Created);
        (await views.Find(new("Mine", "Ana"))).Should().Be(saved.Value);
        (await views.Put(new("Mine", "status=Placed", ["number", "units"], Owner: "Ana"))).Replayed.Should().BeTrue();
        (await views.Put(new("Mine", "late=true", Owner: "Ana"))).Value!.Version.Should().Be(2);
    }

    [Fact]
    public async Task Tenants_and_lists_have_views_of_their_own()
    {
        var (one, other) = (silo.NewWorld(), silo.NewWorld());
        await one.Views("orders").Put(new("Open", "", Shared: true));
        (await one.Views("orders").List(new())).Should().ContainSingle();
        (await one.Views("shipments").List(new())).Should().BeEmpty();
        (await other.Views("orders").List(new())).Should().BeEmpty();
    }

    [Fact]
    public async Task A_view_that_changed_since_it_was_seen_stays()
    {
        var views = silo.NewWorld().Views("orders");
        await views.Put(new("Mine", "", Owner: "Ana"));
        await views.Put(new("Mine", "late=true", Owner: "Ana"));
        CallContext.Condition = new(1, null);
        (await views.Put(new("Mine", "ready=true", Owner: "Ana"))).Refusal.Should().Be(Refusal.VersionMismatch);
        (await views.Delete(new("Mine", "Ana"))).Refusal.Should().Be(Refusal.VersionMismatch);
        CallContext.Condition = new(null, Versions.Any);
        (await views.Put(new("Mine", "ready=true", Owner: "Ana"))).Refusal.Should().Be(Refusal.VersionMismatch);
        CallContext.Condition = new(2, null);
        (await views.Delete(new("Mine", "Ana"))).Accepted.Should().BeTrue();
        CallContext.Condition = default;
        (await views.List(new("Ana"))).Should().BeEmpty();
    }

    [Fact]
    public async Task What_another_activation_wrote_is_not_overwritten()
    {
        var views = silo.NewWorld().Views("orders");
        await views.Put(new("Mine", "", Owner: "Ana"));
        await silo.WriteAsIfElsewhereAsync(views);
        await views.Awaiting(grain => grain.Put(new("Mine", "late=true", Owner: "Ana")))
            .Should().ThrowAsync<UnavailableException>();
        (await views.Find(new("Mine", "Ana")))!.Query.Should().Be("written=elsewhere");
        (await views.Put(new("Mine", "late=true", Owner: "Ana"))).Accepted.Should().BeTrue();
    }
}
