using Dapper;
using Ical.Net;
using Seminar.Contracts.Themes;
using Seminar.Themes.EmploymentService;
using Seminar.Themes.EmploymentService.Features.Bodies;
using Seminar.Themes.EmploymentService.Features.Meetings;

namespace Seminar.Themes.Tests.EmploymentService;

/// <summary>The bodies of the territory: their calendar, their agenda, what they decide.</summary>
public sealed class Steering_bodies : IAsyncDisposable
{
    private static readonly ThemeIdentity Theme = new("employment-service", "SPE et SPIE", "service-emploi", "1.2.0", "", 200, 5, null);

    private readonly ThemeDatabase _theme = new(typeof(EmploymentServiceTheme).Assembly, "employment-service");
    private readonly StoppedClock _clock = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public async ValueTask DisposeAsync() => await _theme.DisposeAsync();

    [Fact]
    public async Task A_calendar_client_sees_the_meeting_at_its_hour_in_Paris()
    {
        var meeting = await MeetAsync();
        (await ReplanAsync(meeting, "2027-07-05", "09:30", "12:00")).Accepted.Should().BeTrue();

        var shown = (await CalendarAsync()).Events.Single();

        (shown!.Summary, shown.Location, shown.Status).Should().Be(("Comité technique de rentrée", "Salle du conseil, Bassin de Figeac", "CONFIRMED"));
        shown.Start!.TzId.Should().Be("Europe/Paris");
        shown.Start.AsUtc.Should().Be(new DateTime(2027, 7, 5, 7, 30, 0, DateTimeKind.Utc), "Paris is two hours ahead in July");
        shown.End!.AsUtc.Should().Be(new DateTime(2027, 7, 5, 10, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task A_real_calendar_program_shows_it_in_summer_time_and_in_winter_time()
    {
        var meeting = await MeetAsync();
        await ReplanAsync(meeting, "2027-07-05", "09:30", "12:00");
        (await CalendarProgram.ShowAsync(await WrittenAsync())).Should().Contain("05/07/2027 09:30 > 05/07/2027 12:00 | Comité technique de rentrée | Salle du conseil, Bassin de Figeac | CONFIRMED");

        await ReplanAsync(meeting, "2027-01-20", "14:00", "16:00", isCancelled: true);
        (await CalendarProgram.ShowAsync(await WrittenAsync())).Should().Contain("20/01/2027 14:00 > 20/01/2027 16:00 | Comité technique de rentrée | Salle du conseil, Bassin de Figeac | CANCELLED");
    }

    [Fact]
    public async Task Moving_a_meeting_keeps_its_identifier_and_raises_its_sequence_once()
    {
        var meeting = await MeetAsync();
        var before = (await CalendarAsync()).Events.Single()!;
        before.IsAllDay.Should().BeTrue("no hour was given");

        await ReplanAsync(meeting, "2027-01-20", "14:00", "16:00");
        await ReplanAsync(meeting, "2027-01-20", "14:00", "16:00");
        var moved = (await CalendarAsync()).Events.Single()!;
        await ReplanAsync(meeting, "2027-01-20", "14:00", "16:00", isCancelled: true);
        var cancelled = (await CalendarAsync()).Events.Single()!;

        (moved.Uid, moved.Sequence).Should().Be((before.Uid, before.Sequence + 1), "the second time nothing changed");
        (cancelled.Uid, cancelled.Sequence, cancelled.Status).Should().Be((before.Uid, before.Sequence + 2, "CANCELLED"));
    }

    [Theory]
    [InlineData("16:00", "14:00")]
    [InlineData("14:00", "")]
    [InlineData("midi", "14:00")]
    [InlineData("midi", "soir")]
    public async Task Hours_that_cannot_be_are_refused(string from, string to) =>
        (await ReplanAsync(await MeetAsync(), "2027-01-20", from, to)).Refusals.Single().Path.Should().Be("startsAt");

    [Fact]
    public async Task The_agenda_becomes_the_minutes_and_decisions_become_actions_that_can_be_late_and_done()
    {
        var meeting = await MeetAsync();
        await AddItemAsync(meeting, "Bilan des immersions");
        await AddItemAsync(meeting, "Calendrier");
        var body = (await ShowAsync(meeting))!;
        await WriteAsync(body.Agenda[0], "Douze immersions.", before: "");
        var decide = new AddDecisionHandler(_theme.Database);
        (await decide.Handle(new AddDecision(meeting, "Relancer les entreprises", "", "2026-11-01"), CancellationToken.None)).Accepted.Should().BeFalse("nobody answers for it");
        await decide.Handle(new AddDecision(meeting, "Relancer les entreprises", "Chargé des relations entreprises", "2026-11-01"), CancellationToken.None);

        body = (await ShowAsync(meeting))!;
        body.Agenda.Select(item => (item.Title, item.Minutes)).Should().Equal(("Bilan des immersions", "Douze immersions."), ("Calendrier", ""));
        var waiting = await ActionsAsync();
        waiting.Open.Single().DueOn.Should().BeBefore(waiting.Today);
        await FinishAsync(waiting.Open[0].Id, isDone: true);
        (await ActionsAsync()).Open.Should().BeEmpty();
        (await ShowAsync(meeting))!.Decisions.Single().DoneOn.Should().Be(new DateOnly(2026, 11, 24));
        (await ShowAsync(Guid.NewGuid())).Should().BeNull();
        await FinishAsync(waiting.Open[0].Id, isDone: false);
        (await ActionsAsync()).Open.Should().ContainSingle("a click beside the right line can be taken back");
    }

    [Fact]
    public async Task A_meeting_can_have_its_hours_and_its_place_from_the_start()
    {
        var form = new MeetingForm("Petit déjeuner", "breakfast", "Cahors", "2027-03-02", "08:30", "10:00", "Maison de l’emploi");
        (await new AddMeetingHandler(_theme.Database, _clock).Handle(new AddMeeting(form), CancellationToken.None)).Accepted.Should().BeTrue();

        var shown = (await CalendarAsync()).Events.Single()!;

        (shown.IsAllDay, shown.Location, shown.Sequence).Should().Be((false, "Maison de l’emploi, Cahors", 0));
        var upsideDown = await new AddMeetingHandler(_theme.Database, _clock).Handle(new AddMeeting(form with { StartsAt = "11:00", Title = "" }), CancellationToken.None);
        upsideDown.Refusals.Select(refusal => refusal.Path).Should().BeEquivalentTo("title", "startsAt");
    }

    [Fact]
    public async Task Two_who_write_the_same_minutes_do_not_erase_each_other()
    {
        var meeting = await MeetAsync();
        await AddItemAsync(meeting, "Bilan des immersions");
        var item = (await ShowAsync(meeting))!.Agenda.Single();
        await WriteAsync(item, "Douze immersions.", before: "");

        var late = await WriteAsync(item, "Treize immersions.", before: "");

        late.Refusals.Single().Path.Should().Be($"{item.Id}-minutes");
        (await ShowAsync(meeting))!.Agenda.Single().Minutes.Should().Be("Douze immersions.");
        (await WriteAsync(item, "Douze immersions, puis treize.", before: "Douze immersions.\r\n")).Accepted.Should().BeTrue();
        (await WriteAsync(item, "Douze immersions, puis treize.", before: "")).Accepted.Should().BeTrue("who writes the same is in nobody’s way");
    }

    [Fact]
    public async Task The_agenda_is_put_in_order_and_what_was_said_of_an_item_keeps_it()
    {
        var meeting = await MeetAsync();
        foreach (var title in new[] { "Calendrier", "Tour de table", "Immersions" })
        {
            await AddItemAsync(meeting, title);
        }

        var agenda = (await ShowAsync(meeting))!.Agenda;
        await new RaiseAgendaItemHandler(_theme.Database).Handle(new RaiseAgendaItem(agenda[1].Id), CancellationToken.None);
        await new RaiseAgendaItemHandler(_theme.Database).Handle(new RaiseAgendaItem(agenda[1].Id), CancellationToken.None);
        await WriteAsync(agenda[1], "Chacun s’est présenté.", before: "");
        var kept = await new RemoveAgendaItemHandler(_theme.Database).Handle(new RemoveAgendaItem(agenda[1].Id), CancellationToken.None);
        var gone = await new RemoveAgendaItemHandler(_theme.Database).Handle(new RemoveAgendaItem(agenda[0].Id), CancellationToken.None);

        (kept.Accepted, gone.Accepted).Should().Be((false, true));
        await AddItemAsync(meeting, "Divers");
        (await ShowAsync(meeting))!.Agenda.Select(item => item.Title).Should().Equal("Tour de table", "Immersions", "Divers");
    }

    private async Task<Guid> MeetAsync()
    {
        (await new AddMeetingHandler(_theme.Database, _clock).Handle(new AddMeeting(new MeetingForm("Comité technique de rentrée", "technical", "Bassin de Figeac", "2027-01-12")), CancellationToken.None)).Accepted.Should().BeTrue();
        return await _theme.Database.ReadSnapshotAsync(connection => connection.QuerySingle<Guid>("SELECT id FROM meeting"), CancellationToken.None);
    }

    private Task<Contracts.Outcome> AddItemAsync(Guid meeting, string title) => new AddAgendaItemHandler(_theme.Database).Handle(new AddAgendaItem(meeting, title), CancellationToken.None);

    private Task<Contracts.Outcome> WriteAsync(AgendaItemView item, string minutes, string before) =>
        new WriteMinutesHandler(_theme.Database).Handle(new WriteMinutes(item.Id, item.Title, minutes, before), CancellationToken.None);

    private Task<Contracts.Outcome> FinishAsync(Guid decision, bool isDone) => new FinishDecisionHandler(_theme.Database, _clock).Handle(new FinishDecision(decision, isDone), CancellationToken.None);

    private Task<Contracts.Outcome> ReplanAsync(Guid meeting, string day, string from, string to, bool isCancelled = false) =>
        new ReplanMeetingHandler(_theme.Database, _clock).Handle(new ReplanMeeting(meeting, day, from, to, "Salle du conseil", isCancelled), CancellationToken.None);

    private async Task<Calendar> CalendarAsync() => Calendar.Load(await WrittenAsync())!;

    private Task<string> WrittenAsync() => new MakeCalendarHandler(_theme.Database, Theme).Handle(new MakeCalendar("https://seminaire.exemple.fr"), CancellationToken.None);

    private Task<BodyView?> ShowAsync(Guid meeting) => new ShowBodyHandler(_theme.Database, _clock).Handle(new ShowBody(meeting), CancellationToken.None);

    private Task<ActionsView> ActionsAsync() => new ShowActionsHandler(_theme.Database, Theme, _clock).Handle(new ShowActions(), CancellationToken.None);
}
