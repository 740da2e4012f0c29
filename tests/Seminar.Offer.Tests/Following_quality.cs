using Seminar.Offer.Features.FollowQuality;
using Seminar.Offer.Features.StillRight;
using Seminar.Offer.Quality;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Tests;

/// <summary>Whoever looks after the directory sees what to read again.</summary>
public sealed class Following_quality : IAsyncDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private readonly TempOffer _offer = new();

    public async ValueTask DisposeAsync() => await _offer.DisposeAsync();

    [Fact]
    public async Task The_lowest_scores_come_first_and_the_mean_is_that_of_the_sheets()
    {
        var sheets = InventedSheets.Many(SheetKind.Service, 40);
        await _offer.ImportAsync($"[{string.Join(',', sheets.Select(sheet => sheet.ToJson()))}]");
        var scores = sheets.Select(sheet => QualityScore.Of(sheet, DateOnly.Parse(sheet.Text("date_maj")!, null), Today).Value).ToList();

        var quality = await ShowAsync();

        quality.Mean.Should().BeApproximately(scores.Average(), 1e-9);
        quality.ToRefresh.Select(rated => Math.Round(rated.Score.Value, 9)).Should().BeInAscendingOrder().And.Equal(scores.Select(score => Math.Round(score, 9)).Order());
    }

    [Fact]
    public async Task A_sheet_that_someone_says_is_right_is_fresh_again_until_its_producer_changes_it()
    {
        await _offer.ImportAsync(Sheets.List(Old("Aide au permis")));
        (await ShowAsync()).Stale.Should().Be(1);

        (await ConfirmAsync("exemple--permis", null)).Should().BeTrue();

        var confirmed = await ShowAsync();
        (confirmed.Stale, confirmed.Confirmed, confirmed.ToRefresh.Single().UpToDate).Should().Be((0, 1, Today));

        await _offer.ImportAsync(Sheets.List(Old("Aide au permis")));
        (await ShowAsync()).Confirmed.Should().Be(1, "the same sheet again changes nothing");
        await _offer.ImportAsync(Sheets.List(Old("Aide au permis de conduire")));
        (await ShowAsync()).Confirmed.Should().Be(0, "what was confirmed was another text");
    }

    [Fact]
    public async Task Age_does_not_count_for_those_whose_programs_write_the_day()
    {
        await _offer.ImportAsync(Sheets.List(Sheets.Service("1", "Aide au permis", sheet => (sheet["source"], sheet["date_maj"]) = ("france-travail", "2020-01-01"))));

        var rated = (await ShowAsync()).ToRefresh.Single();

        rated.Score.Criteria.Should().NotContain(criterion => criterion.Label == "Mise à jour");
        (await ShowAsync()).Mean.Should().BeApproximately(rated.Score.Value, 1e-9);
    }

    [Fact]
    public async Task Structures_that_grow_old_are_there_to_read_again_too()
    {
        var old = Sheets.Structure("maison", "La maison");
        old["date_maj"] = "2024-03-01";
        await _offer.ImportAsync(Sheets.List(old, Sheets.Structure("fraiche", "La fraîche")));

        (await ShowAsync()).AgeingStructures.Should().ContainSingle().Which.Should().BeEquivalentTo(new { UpToDate = new DateOnly(2024, 3, 1) });
        await new ConfirmSheetHandler(_offer.Database, _offer.Clock).Handle(new ConfirmSheet(SheetKind.Structure, "exemple--maison"), CancellationToken.None);
        (await ShowAsync()).AgeingStructures.Should().BeEmpty();
    }

    [Fact]
    public async Task A_structure_answers_for_its_own_sheets_alone()
    {
        await _offer.ImportAsync(Sheets.List(Sheets.Structure("maison", "La maison"), Sheets.Structure("autre", "L’autre"), Old("Aide au permis")));

        (await ConfirmAsync("exemple--permis", "exemple--autre")).Should().BeFalse();
        (await ConfirmAsync("exemple--permis", "exemple--maison")).Should().BeTrue();
        (await ConfirmAsync("exemple--nulle-part", null)).Should().BeFalse();
        var own = await new ReadOwnSheetsHandler(_offer.Database).Handle(new ReadOwnSheets("exemple--maison"), CancellationToken.None);
        own.Select(each => (each.Sheet.Name, each.IsConfirmed)).Should().Equal(("La maison", false), ("Aide au permis", true));
    }

    [Fact]
    public async Task An_empty_directory_has_no_score() =>
        (await ShowAsync()).Should().BeEquivalentTo(new { Services = 0, Mean = (double?)null });

    private static System.Text.Json.Nodes.JsonObject Old(string name) => Sheets.Service("permis", name, sheet => sheet["date_maj"] = "2020-01-01");

    private Task<QualityView> ShowAsync() => new ShowQualityHandler(_offer.Database, _offer.Clock).Handle(new ShowQuality(null, null), CancellationToken.None);

    private Task<bool> ConfirmAsync(string id, string? ofStructure) =>
        new ConfirmSheetHandler(_offer.Database, _offer.Clock).Handle(new ConfirmSheet(SheetKind.Service, id, ofStructure), CancellationToken.None);
}
