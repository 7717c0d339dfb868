using FluentAssertions;
using SupplyChain.Network;
using Xunit;
using static SupplyChain.Access.KeyEvent;

namespace SupplyChain.Access;

public sealed class KeyRingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_key_is_kept_as_the_digest_of_its_text()
    {
        var decision = KeyRing.Decide(KeyRing.Initial, new("ERP", Role.Integrator, 30), ("a1", "digest"), Now);

        decision.Should().ContainSingle().Which.Should().Be(
            new Created("a1", "ERP", Role.Integrator, "digest", Now.AddDays(30)));
    }

    [Theory]
    [InlineData("", Role.Viewer, null, "/name")]
    [InlineData("ERP (openid)", Role.Viewer, null, "/name")]
    [InlineData("ERP", (Role)0, null, "/role")]
    [InlineData("ERP", (Role)6, null, "/role")]
    [InlineData("ERP", Role.Viewer, 0, "/expiresInDays")]
    [InlineData("ERP", Role.Viewer, 3_651, "/expiresInDays")]
    public void What_makes_no_sense_is_refused_by_its_field(string name, Role role, int? days, string pointer) =>
        KeyRing.Decide(KeyRing.Initial, new(name, role, days), ("a1", "digest"), Now)
            .Faults.Select(fault => fault.Pointer).Should().Equal(pointer);

    [Fact]
    public void A_key_may_be_limited_to_warehouses()
    {
        var decision = KeyRing.Decide(
            KeyRing.Initial, new("Shift", Role.Planner, null, ["HAM", "BER"]), ("a1", "digest"), Now);

        decision.Should().ContainSingle().Which.Should().Be(
            new Created("a1", "Shift", Role.Planner, "digest", null, ["HAM", "BER"]));
        KeyRing.Evolve(KeyRing.Initial, decision[0], Now).Keys["a1"].Details().Warehouses
            .Should().Equal((WarehouseId)"HAM", (WarehouseId)"BER");
    }

    [Theory]
    [InlineData(Role.Viewer, 100, null)]
    [InlineData(Role.Planner, 101, "/warehouses")]
    [InlineData(Role.Integrator, 1, "/warehouses")]
    [InlineData(Role.Operator, 1, "/warehouses")]
    [InlineData(Role.Admin, 1, "/warehouses")]
    public void A_limit_that_makes_no_sense_is_refused_by_its_field(Role role, int warehouses, string? pointer) =>
        KeyRing.Decide(
            KeyRing.Initial,
            new("Shift", role, null, Enumerable.Range(0, warehouses).Select(i => WarehouseId.Of($"W-{i}")).ToItems()),
            ("a1", "digest"), Now)
            .Faults.Select(fault => fault.Pointer).Should().Equal(pointer is null ? [] : [pointer]);

    [Fact]
    public void A_warehouse_is_named_once_and_as_ids_are_written() => KeyRing.Decide(
            KeyRing.Initial, new("Shift", Role.Viewer, null, ["HAM", "no id", "HAM"]), ("a1", "digest"), Now)
        .Faults.Select(fault => fault.Pointer).Should().Equal("/warehouses/1", "/warehouses/2");

    [Fact]
    public void A_scope_lets_its_own_warehouses_pass_and_says_which_they_are()
    {
        WarehouseScope scope = new(["HAM", "BER"]);

        scope.Invoking(own => own.Demand("HAM", "BER")).Should().NotThrow();
        scope.Invoking(own => own.Demand("HAM", "MUC")).Should().Throw<AccessDeniedException>()
            .WithMessage("The key is limited to warehouses HAM, BER.").Which.IsKnown.Should().BeTrue();
        scope.IncludesAny(["MUC", "BER"]).Should().BeTrue();
        scope.IncludesAny([]).Should().BeFalse();
        default(WarehouseScope).IncludesAny([]).Should().BeTrue("it is no limit");
        default(WarehouseScope).Invoking(everywhere => everywhere.Demand("MUC")).Should().NotThrow();
    }

    [Fact]
    public void A_key_that_expires_is_accepted_until_that_instant()
    {
        var key = With(("a1", 1)).Keys["a1"];

        key.IsUsable(Now.AddDays(1).AddTicks(-1)).Should().BeTrue();
        key.IsUsable(Now.AddDays(1)).Should().BeFalse();
    }

    [Fact]
    public void A_revoked_key_is_accepted_no_longer_and_stays_in_the_list()
    {
        var ring = With(("a1", null));
        var decision = KeyRing.Decide(ring, new RevokeKey("a1"));

        var after = KeyRing.Evolve(ring, decision.Single(), Now.AddHours(1));
        after.Keys["a1"].IsUsable(Now.AddHours(1)).Should().BeFalse();
        after.Keys["a1"].RevokedAt.Should().Be(Now.AddHours(1));
        KeyRing.Decide(after, new RevokeKey("a1")).Should().BeEmpty("it is revoked already");
    }

    [Fact]
    public void Two_keys_that_are_accepted_do_not_have_one_name() =>
        KeyRing.Decide(With(("a1", 1)), new("ERP a1", Role.Viewer), ("a2", "digest"), Now)
            .Refusal.Should().Be(Refusal.Conflict, "history shows the name alone");

    [Fact]
    public void The_name_of_a_key_that_expired_can_be_used_again() =>
        KeyRing.Decide(With(("a1", 1)), new("ERP a1", Role.Viewer), ("a2", "digest"), Now.AddDays(2))
            .Should().ContainSingle();

    [Fact]
    public void There_are_a_thousand_keys_at_most_of_which_expired_ones_do_not_count()
    {
        var full = With([.. Enumerable.Range(0, KeyRing.Most).Select(number => ($"k{number}", (int?)1))]);

        KeyRing.Decide(full, new("one more", Role.Viewer), ("a2", "digest"), Now)
            .Refusal.Should().Be(Refusal.Conflict);
        KeyRing.Decide(full, new("one more", Role.Viewer), ("a2", "digest"), Now.AddDays(1))
            .Should().ContainSingle();
    }

    private static KeyRing With(params (string Id, int? Days)[] keys) => keys.Aggregate(
        KeyRing.Initial,
        (ring, key) => KeyRing.Evolve(
            ring,
            KeyRing.Decide(
                ring, new($"ERP {key.Id}", Role.Integrator, key.Days), (key.Id, $"digest of {key.Id}"), Now).Single(),
            Now));
}
