using FluentAssertions;
using Xunit;

namespace SupplyChain.Views;

/// <summary>What becomes of saved views.</summary>
public sealed class ViewTests
{
    [Fact]
    public void A_private_view_is_seen_by_its_owner_alone_and_a_shared_one_by_everybody()
    {
        var views = Saved(Private("Clinics", "Ana"), Private("Late", "Ben"), Shared("Open", "Ana"));
        views.Seen("Ana").Select(view => view.Name).Should().Equal("Clinics", "Open");
        views.Seen("Ben").Select(view => view.Name).Should().Equal("Late", "Open");
        views.Seen(null).Select(view => view.Name).Should().Equal("Open");
        views.Find(new("Clinics", "Ben")).Should().BeNull();
    }

    [Fact]
    public void Two_planners_may_use_the_same_name_for_views_of_their_own()
    {
        var views = Saved(Private("Mine", "Ana", "status=Placed"), Private("Mine", "Ben", "late=true"));
        views.Find(new("Mine", "Ana"))!.Query.Should().Be("status=Placed");
        views.Find(new("Mine", "Ben"))!.Query.Should().Be("late=true");
    }

    [Fact]
    public void Saved_anew_it_is_replaced_and_its_version_grows()
    {
        var views = Saved(Private("Mine", "Ana"));
        var (changed, reply) = views.Put(Private("Mine", "Ana", "late=true"));
        reply.Status.Should().Be(ReplyStatus.Done);
        reply.Value!.Version.Should().Be(2);
        changed.All.Should().Equal(reply.Value);
    }

    [Fact]
    public void The_same_again_changes_nothing()
    {
        var views = Saved(Shared("Open", "Ana"));
        var (same, reply) = views.Put(Shared("Open", "Ana"));
        same.Should().BeSameAs(views);
        reply.Replayed.Should().BeTrue();
    }

    [Fact]
    public void A_view_can_be_shared_and_taken_back_by_its_owner()
    {
        var views = Saved(Private("Mine", "Ana"));
        views = views.Put(Shared("Mine", "Ana")).Views;
        views.Seen("Ben").Should().ContainSingle();
        views = views.Put(Private("Mine", "Ana")).Views;
        views.Seen("Ben").Should().BeEmpty();
        views.All.Should().ContainSingle();
    }

    [Fact]
    public void Somebody_elses_shared_view_does_not_become_private()
    {
        var views = Saved(Shared("Open", "Ana"));
        var (same, reply) = views.Put(Private("Open", "Ben"));
        same.Should().BeSameAs(views);
        reply.Refusal.Should().Be(Refusal.Conflict);
    }

    [Fact]
    public void A_private_view_is_not_shared_under_the_name_of_another_shared_one()
    {
        var views = Saved(Private("Open", "Ben"), Shared("Open", "Ana"));
        views.Put(Shared("Open", "Ben", "late=true")).Reply.Refusal.Should().Be(Refusal.Conflict);
        views.Find(new("Open", "Ben"))!.Shared.Should().BeFalse();
    }

    [Fact]
    public void A_name_that_is_used_again_goes_on_counting()
    {
        var views = Saved(Private("Mine", "Ana"));
        var (gone, deleted) = views.Delete(new("Mine", "Ana"));
        deleted.Value!.Version.Should().Be(1);
        gone.All.Should().BeEmpty();
        gone.Delete(new("Mine", "Ana")).Reply.Status.Should().Be(ReplyStatus.NotFound);
        gone.Put(Private("Mine", "Ana")).Reply.Value!.Version.Should().Be(2);
    }

    [Fact]
    public void There_are_not_more_than_so_many()
    {
        var views = Saved([.. Enumerable.Range(0, ViewRules.MostOfOne).Select(n => Private($"{n}", "Ana"))]);
        views.Put(Private("more", "Ana")).Reply.Faults.Should().ContainSingle()
            .Which.Code.Should().Be(FaultCodes.OutOfRange);
        views.Put(Private("7", "Ana", "late=true")).Reply.Status.Should().Be(ReplyStatus.Done);
        views.Put(Private("more", "Ben")).Reply.Status.Should().Be(ReplyStatus.Created);
    }

    [Fact]
    public void There_are_not_more_than_so_many_of_a_list_together()
    {
        var views = Saved(
        [
            .. Enumerable.Range(0, ViewRules.MostOfAll).Select(n => Private($"{n}", $"P{n % 20}")),
        ]);
        views.Put(Private("more", "Ana")).Reply.Status.Should().Be(ReplyStatus.Invalid);
    }

    [Theory]
    [InlineData("", "status=Placed", "/name")]
    [InlineData("a/b", "status=Placed", "/name")]
    [InlineData(" a", "status=Placed", "/name")]
    [InlineData("a\nb", "status=Placed", "/name")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890", "", "/name")]
    [InlineData("a", "status=\u0001", "/query")]
    public void What_no_view_can_be_is_named(string name, string query, string where) =>
        Shared(name, "Ana", query).Validate().Select(fault => fault.Pointer).Should().Equal(where);

    [Fact]
    public void Owner_columns_and_length_are_checked()
    {
        new PutView("a", new string('x', 2_001), ["units", "b c", ""]).Validate()
            .Select(fault => fault.Pointer).Should().Equal("/query", "/columns/1", "/columns/2", "/owner");
        new PutView("a", "", [.. Enumerable.Repeat("units", 51)], Shared: true).Validate()
            .Select(fault => fault.Pointer).Should().Equal("/columns");
        new PutView("Clinics, priority 1–2", "", Shared: true).Validate().Should().BeEmpty();
    }

    private static PutView Private(string name, string owner, string query = "") => new(name, query, [], false, owner);

    private static PutView Shared(string name, string owner, string query = "") => new(name, query, [], true, owner);

    private static StoredViews Saved(params PutView[] views) => views.Aggregate(new StoredViews(), (saved, view) =>
    {
        var (next, reply) = saved.Put(view);
        reply.Status.Should().Be(ReplyStatus.Created);
        return next;
    });
}
