using Dapper;
using Seminar.Themes.Mobility;
using Seminar.Themes.Mobility.Features.Watch;

namespace Seminar.Themes.Tests.Mobility;

/// <summary>Schemes come and go: somebody checks them again.</summary>
public sealed class The_watch : IAsyncDisposable
{
    private readonly ThemeDatabase _theme = new(typeof(MobilityTheme).Assembly, "mobility");
    private readonly StoppedClock _clock = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public async ValueTask DisposeAsync() => await _theme.DisposeAsync();

    [Fact]
    public async Task A_scheme_that_nobody_checked_is_overdue_until_somebody_did()
    {
        await AddAsync("Bourse au permis", "2026-10-01");
        await AddAsync("Carte solidaire", "2027-05-01");
        var watch = await ShowAsync();
        (watch.Overdue, watch.Schemes[0].Name, watch.Schemes[0].Owner).Should().Be((1, "Bourse au permis", "Référent mobilité"));

        (await CheckAsync(watch.Schemes[0].Id, "2026-11-24")).Accepted.Should().BeFalse("today is no next time");
        (await CheckAsync(watch.Schemes[0].Id, "2027-06-01")).Accepted.Should().BeTrue();

        watch = await ShowAsync();
        (watch.Overdue, watch.Schemes[0].Name).Should().Be((0, "Carte solidaire"));
    }

    [Fact]
    public async Task A_scheme_that_exists_no_more_leaves_the_watch()
    {
        await AddAsync("Chèque carburant", "2026-10-01");
        await AddAsync("Carte solidaire", "2027-05-01");

        await new EndSchemeHandler(_theme.Database).Handle(new EndScheme((await ShowAsync()).Schemes[0].Id), CancellationToken.None);

        (await ShowAsync()).Schemes.Select(scheme => scheme.Name).Should().Equal("Carte solidaire");
    }

    [Fact]
    public async Task Nobody_in_charge_is_a_refusal()
    {
        var outcome = await new AddSchemeHandler(_theme.Database, _clock).Handle(new AddScheme(new SchemeForm("Carte", "Région", " ", "2027-05-01")), CancellationToken.None);

        outcome.Refusals.Single().Path.Should().Be("owner");
    }

    [Fact]
    public async Task What_was_written_wrongly_is_corrected_and_a_scheme_kept_from_before_gets_an_owner()
    {
        await _theme.Database.WriteAsync(connection => connection.Execute("INSERT INTO scheme (id, name, source, check_again_on, added_at) VALUES (@id, 'Bourse au permit', 'Région', '2026-10-01', '2026-01-01')", new { id = Guid.NewGuid() }), CancellationToken.None);
        var scheme = (await ShowAsync()).Schemes[0];

        (await CorrectAsync(scheme, new("Bourse au permis", "Région", " ", "2027-01-31"))).Refusals.Single().Path.Should().Be($"{scheme.Id}-owner");
        (await CorrectAsync(scheme, new(" Bourse au permis ", "Région", "Référent mobilité", "2027-01-31"))).Accepted.Should().BeTrue();
        (await CorrectAsync(scheme, new("Bourse au permis", "Région", "Référent mobilité", "2027-01-31"))).Accepted.Should().BeTrue("sent twice, it is written once");

        (await ShowAsync()).Schemes.Should().Equal(scheme with { Name = "Bourse au permis", Owner = "Référent mobilité", CheckAgainOn = new DateOnly(2027, 1, 31) });
    }

    [Fact]
    public async Task Whoever_writes_at_the_same_time_is_not_overwritten_unseen()
    {
        await AddAsync("Bourse", "2026-10-01");
        var scheme = (await ShowAsync()).Schemes[0];
        await CheckAsync(scheme.Id, "2027-06-01");

        var outcome = await CorrectAsync(scheme, new("Bourse au permis", "Région", "Référent mobilité", "2026-10-01"));

        outcome.Refusals.Single().Message.Should().Contain("Bourse | Région | Référent mobilité | 2027-06-01").And.Contain("Votre texte est dans les cadres");
        (await ShowAsync()).Schemes.Should().Equal(scheme with { CheckAgainOn = new DateOnly(2027, 6, 1) });
        (await CorrectAsync(scheme, new("Bourse au permis", "Région", " ", "2027-06-01"))).Refusals.Single().Message.Should().Contain("entre-temps", "a form that comes back must not hide what another wrote");
        (await CorrectAsync((await ShowAsync()).Schemes[0], new("Bourse au permis", "Région", "Référent mobilité", "2027-06-01"))).Accepted.Should().BeTrue();
        await new EndSchemeHandler(_theme.Database).Handle(new EndScheme(scheme.Id), CancellationToken.None);
        (await CorrectAsync(scheme, new("Bourse", "Région", "Référent mobilité", "2027-06-01"))).Refusals.Single().Message.Should().Contain("retiré ce dispositif entre-temps");
    }

    private Task<Contracts.Outcome> CorrectAsync(SchemeView shown, SchemeForm form) => new CorrectSchemeHandler(_theme.Database).Handle(new CorrectScheme(shown.Id, form, shown.AsShown), CancellationToken.None);

    private async Task AddAsync(string name, string checkAgainOn) =>
        (await new AddSchemeHandler(_theme.Database, _clock).Handle(new AddScheme(new SchemeForm(name, "Région", "Référent mobilité", checkAgainOn)), CancellationToken.None)).Accepted.Should().BeTrue();

    private Task<Contracts.Outcome> CheckAsync(Guid scheme, string next) => new CheckSchemeHandler(_theme.Database, _clock).Handle(new CheckScheme(scheme, next), CancellationToken.None);

    private Task<WatchView> ShowAsync() => new ShowWatchHandler(_theme.Database, _clock).Handle(new ShowWatch(), CancellationToken.None);
}
