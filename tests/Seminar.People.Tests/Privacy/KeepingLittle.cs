using System.Text.Json;
using Seminar.Contracts.Themes;
using Seminar.People.Features.Arrivals;
using Seminar.People.Features.Privacy;
using Seminar.People.Features.Settings;

namespace Seminar.People.Tests.Privacy;

public sealed class KeepingLittle
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task A_withdrawn_consent_takes_the_quote_out_of_its_workshop_and_keeps_not_a_word()
    {
        await using var people = new TempPeople();
        var quote = people.Themes.Theme("mobility").Quotes.Single();
        await new RecordConsentHandler(people.Database, people.Clock).Handle(new RecordConsent("quote", null, "mobility", quote.Speaker, quote.Text, "Sur papier"), default);

        await new WithdrawQuoteHandler(people.Database, people.Themes, people.Clock).Handle(new WithdrawQuote("mobility", quote.Speaker, quote.Text), default);

        people.Themes.Theme("mobility").Quotes.Should().BeEmpty();
        people.Themes.Theme("engagement").Quotes.Should().ContainSingle("the others stay");
        (await people.Database.ReadAsync<string?>("SELECT words FROM consent", null, default)).Should().Equal([null]);
    }

    [Fact]
    public async Task A_theme_that_is_switched_off_does_not_let_a_withdrawal_pass_for_done()
    {
        await using var people = new TempPeople();
        var quote = people.Themes.Theme("mobility").Quotes.Single();
        people.Themes.Running = [people.Themes.Theme("engagement")];

        var withdrawing = () => new WithdrawQuoteHandler(people.Database, people.Themes, people.Clock).Handle(new WithdrawQuote("mobility", quote.Speaker, quote.Text), default);

        (await withdrawing.Should().ThrowAsync<ThemeUnavailableException>()).Which.Message.Should().Contain("activez-la");
    }

    [Fact]
    public async Task What_is_kept_of_one_person_is_exported_whole_and_erased_whole()
    {
        await using var people = new TempPeople();
        await people.RegisterAsync("Partenaire;Prénom A;Nom A;Partenaire 1;Mobilité;Engagement;", "Partenaire;Prénom B;Nom B;Partenaire 2;Mobilité;;");
        var person = await people.FindAsync("Prénom A Nom A");
        var quote = people.Themes.Theme("mobility").Quotes.Single();
        await people.RecordAsync(new ArrivalOperation(Guid.NewGuid(), "arrived", person.Id, people.Clock.Now));
        await new RecordConsentHandler(people.Database, people.Clock).Handle(new RecordConsent("quote", person.Number, "mobility", quote.Speaker, quote.Text, "Sur papier"), default);

        var export = JsonSerializer.Serialize(await new ExportPersonHandler(people.Database).Handle(new ExportPerson(person.Id), default), Readable);
        export.Should().ContainAll("Prénom A", "Nom A", "Partenaire 1", "engagement", "ArrivedAt", quote.Text, "Sur papier").And.NotContain("Prénom B");

        (await new ErasePersonHandler(people.Database, people.Themes, people.Erased).Handle(new ErasePerson(person.Id), default)).Should().BeTrue();
        people.Themes.Theme("mobility").Quotes.Should().BeEmpty("the words were theirs");
        (await EverythingAsync(people)).Should().NotContain("Prénom A").And.NotContain("Nom A").And.NotContain($"{person.Id}").And.Contain("Prénom B");
        (await new ExportPersonHandler(people.Database).Handle(new ExportPerson(person.Id), default)).Should().BeNull();
    }

    [Fact]
    public async Task After_the_retention_names_go_and_figures_stay()
    {
        await using var people = new TempPeople();
        await people.RegisterAsync("Partenaire;Prénom A;Nom A;Partenaire 1;Mobilité;;");
        var person = await people.FindAsync("Prénom A Nom A");
        await people.RecordAsync(new ArrivalOperation(Guid.NewGuid(), "arrived", person.Id, people.Clock.Now));
        await new ChangeSettingsHandler(people.Database).Handle(new ChangeSettings(false, new DateOnly(2026, 11, 23), 6), default);
        var anonymise = new AnonymiseOverdueHandler(people.Database, people.Clock);

        people.Clock.Now = new DateTimeOffset(2027, 5, 23, 12, 0, 0, TimeSpan.Zero);
        (await anonymise.Handle(new AnonymiseOverdue(), default)).Should().Be(0, "six months have not passed");
        people.Clock.Now = people.Clock.Now.AddDays(1);
        (await anonymise.Handle(new AnonymiseOverdue(), default)).Should().Be(1);
        (await anonymise.Handle(new AnonymiseOverdue(), default)).Should().Be(0);

        (await EverythingAsync(people)).Should().NotContain("Prénom A").And.NotContain("Nom A").And.NotContain("Partenaire 1");
        (await people.Database.ReadOneAsync<string>("SELECT p.family || ' ' || p.workshop FROM person p JOIN arrival a ON a.person = p.id", null, default)).Should().Be("partenaire mobility");
    }

    [Fact]
    public async Task A_roster_that_was_never_confirmed_is_gone_the_day_after()
    {
        await using var people = new TempPeople();
        await new Seminar.People.Features.Roster.SendRosterHandler(people.Database, new InThisProcess(), people.Clock).Handle(new("liste.csv", "Famille;Prénom;Nom\nP;Prénom A;Nom A\n"u8.ToArray()), default);

        people.Clock.Now = people.Clock.Now.AddDays(1).AddMinutes(1);
        await new AnonymiseOverdueHandler(people.Database, people.Clock).Handle(new AnonymiseOverdue(), default);

        (await EverythingAsync(people)).Should().NotContain("Nom A");
    }

    /// <summary>All that the database holds, as text.</summary>
    private static async Task<string> EverythingAsync(TempPeople people)
    {
        var text = new System.Text.StringBuilder();
        foreach (var table in await people.Database.ReadAsync<string>("SELECT name FROM sqlite_schema WHERE type = 'table'", null, default))
        {
            foreach (var column in await people.Database.ReadAsync<string>($"SELECT name FROM pragma_table_info('{table}')", null, default))
            {
                text.AppendJoin('\n', await people.Database.ReadAsync<string?>($"SELECT CAST(\"{column}\" AS TEXT) FROM \"{table}\"", null, default));
            }
        }

        return text.ToString();
    }
}
