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
        (await CalendarProgram.ShowAsync(await WrittenAsync())).Should().Contain("20/01/2027 14:00 > 20/01/2027 16:00 | Annulé\u00A0: Comité technique de rentrée | Salle du conseil, Bassin de Figeac | CANCELLED");
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
        (cancelled.Summary, cancelled.Transparency).Should().Be(("Annulé\u00A0: Comité technique de rentrée", "TRANSPARENT"), "who looks at the day sees it free");
    }

    [Theory]
    [InlineData("16:00", "14:00")]
    [InlineData("14:00", "")]
    [InlineData("midi", "14:00")]
    [InlineData("midi", "soir")]
    public async Task Hours_that_cannot_be_are_refused(string from, string to) =>
        (await ReplanAsync(await MeetAsync(), "2027-01-20", from, to)).Refusals.Single().Path.Should().Be("rencontre-startsAt");

    [Fact]
    public async Task The_agenda_becomes_the_minutes_and_decisions_become_actions_that_can_be_late_and_done()
    {
        var meeting = await MeetAsync();
        await AddItemAsync(meeting, "Bilan des immersions");
        await AddItemAsync(meeting, "Calendrier");
        var body = (await ShowAsync(meeting))!;
        await WriteAsync(body.Agenda[0], "Douze immersions.");
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
        await WriteAsync(item, "Douze immersions.");

        var late = await WriteAsync(item, "Treize immersions.");

        late.Refusals.Single().Path.Should().Be($"{item.Id}-minutes");
        var now = (await ShowAsync(meeting))!.Agenda.Single();
        now.Minutes.Should().Be("Douze immersions.");
        (await WriteAsync(now, "Douze immersions, puis treize.")).Accepted.Should().BeTrue();
        (await WriteAsync(item, "Douze immersions, puis treize.\r\n")).Accepted.Should().BeTrue("who writes the same is in nobody’s way");
    }

    [Fact]
    public async Task Minutes_from_an_old_form_do_not_take_back_the_new_name_of_an_item()
    {
        var meeting = await MeetAsync();
        await AddItemAsync(meeting, "Bilan");
        var item = (await ShowAsync(meeting))!.Agenda.Single();
        await WriteAsync(item with { Title = "Bilan des immersions" }, "");

        (await WriteAsync(item, "Douze immersions.")).Accepted.Should().BeFalse();
        (await ShowAsync(meeting))!.Agenda.Single().Title.Should().Be("Bilan des immersions");
    }

    [Fact]
    public async Task Who_changes_the_room_from_an_old_form_does_not_bring_a_cancelled_meeting_back()
    {
        var meeting = await MeetAsync();
        var old = (await ShowAsync(meeting))!.Meeting;
        await ReplanAsync(meeting, "2027-02-02", "", "", isCancelled: true);

        var late = await new ReplanMeetingHandler(_theme.Database, _clock).Handle(new ReplanMeeting(meeting, Announced(old) with { Place = "Salle du haut" }, IsCancelled: false, old.Sequence), CancellationToken.None);

        late.Refusals.Single().Message.Should().StartWith("Quelqu’un a changé ou retiré cela entre-temps");
        var now = (await ShowAsync(meeting))!.Meeting;
        (now.HeldOn, now.IsCancelled, now.Place).Should().Be((new DateOnly(2027, 2, 2), true, "Salle du conseil"));
    }

    [Fact]
    public async Task A_title_that_was_mistyped_is_corrected_and_calendars_learn_of_it()
    {
        var meeting = await MeetAsync();
        var stored = (await ShowAsync(meeting))!.Meeting;

        var done = await new ReplanMeetingHandler(_theme.Database, _clock).Handle(
            new ReplanMeeting(meeting, Announced(stored) with { Title = "Comité de pilotage", Kind = "steering", Territory = "Cahors" }, IsCancelled: false, stored.Sequence), CancellationToken.None);

        done.Accepted.Should().BeTrue();
        var now = (await ShowAsync(meeting))!.Meeting;
        (now.Title, now.Kind, now.Territory, now.Sequence).Should().Be(("Comité de pilotage", "steering", "Cahors", stored.Sequence + 1));
        (await CalendarAsync()).Events.Single()!.Sequence.Should().Be((int)stored.Sequence + 1);
    }

    [Fact]
    public async Task A_meeting_made_by_mistake_goes_away_and_one_with_minutes_or_decisions_stays()
    {
        var meeting = await MeetAsync();
        await AddItemAsync(meeting, "Bilan");
        var item = (await ShowAsync(meeting))!.Agenda.Single();
        await WriteAsync(item, "Douze immersions.");
        (await RemoveAsync(meeting)).Accepted.Should().BeFalse("something was said of it");
        await WriteAsync((await ShowAsync(meeting))!.Agenda.Single(), "");
        await new AddDecisionHandler(_theme.Database).Handle(new AddDecision(meeting, "Relancer", "Chargé de mission", "2026-12-01"), CancellationToken.None);
        (await RemoveAsync(meeting)).Accepted.Should().BeFalse("something was decided");

        await new RemoveDecisionHandler(_theme.Database).Handle(new RemoveDecision((await ShowAsync(meeting))!.Decisions.Single().Id), CancellationToken.None);
        (await RemoveAsync(meeting)).Accepted.Should().BeTrue();
        (await ShowAsync(meeting)).Should().BeNull();
    }

    [Fact]
    public async Task A_decision_is_corrected_but_not_over_someone_who_did_so_meanwhile()
    {
        var meeting = await MeetAsync();
        await new AddDecisionHandler(_theme.Database).Handle(new AddDecision(meeting, "Relancer", "Mme Untel", "2026-12-01"), CancellationToken.None);
        var old = (await ShowAsync(meeting))!.Decisions.Single();
        var correct = new CorrectDecisionHandler(_theme.Database);

        (await correct.Handle(new CorrectDecision(old.Id, "Relancer", "Chargée de mission", "2026-12-01", old.Sequence), CancellationToken.None)).Accepted.Should().BeTrue();
        var late = await correct.Handle(new CorrectDecision(old.Id, "Relancer les entreprises", "Mme Untel", "2026-12-01", old.Sequence), CancellationToken.None);
        var empty = await correct.Handle(new CorrectDecision(old.Id, "", "Chargée de mission", "9999-12-31", 1), CancellationToken.None);

        late.Refusals.Single().Path.Should().Be($"{old.Id}-text");
        empty.Refusals.Select(refusal => refusal.Path).Should().Equal($"{old.Id}-text", $"{old.Id}-dueOn");
        (await ShowAsync(meeting))!.Decisions.Single().Owner.Should().Be("Chargée de mission");
    }

    [Fact]
    public async Task One_date_that_no_calendar_can_hold_does_not_take_the_others_away()
    {
        await MeetAsync();
        await _theme.Database.WriteAsync(
            connection => connection.Execute("INSERT INTO meeting (id, title, kind, territory, held_on, added_at) SELECT @id, 'Loin', kind, territory, '9999-12-31', added_at FROM meeting", new { id = Guid.NewGuid() }), CancellationToken.None);

        (await CalendarAsync()).Events.Select(shown => shown!.Summary).Should().Equal("Comité technique de rentrée");
        var form = new MeetingForm("Loin", "technical", "Cahors", "9999-12-31");
        (await new AddMeetingHandler(_theme.Database, _clock).Handle(new AddMeeting(form), CancellationToken.None)).Refusals.Single().Path.Should().Be("heldOn");
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
        await WriteAsync(agenda[1], "Chacun s’est présenté.");
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

    private Task<Contracts.Outcome> WriteAsync(AgendaItemView item, string minutes) =>
        new WriteMinutesHandler(_theme.Database).Handle(new WriteMinutes(item.Id, item.Title, minutes, item.Sequence), CancellationToken.None);

    private Task<Contracts.Outcome> FinishAsync(Guid decision, bool isDone) => new FinishDecisionHandler(_theme.Database, _clock).Handle(new FinishDecision(decision, isDone), CancellationToken.None);

    private async Task<Contracts.Outcome> ReplanAsync(Guid meeting, string day, string from, string to, bool isCancelled = false)
    {
        var stored = (await ShowAsync(meeting))!.Meeting;
        var form = Announced(stored) with { HeldOn = day, StartsAt = from, EndsAt = to, Place = "Salle du conseil" };
        return await new ReplanMeetingHandler(_theme.Database, _clock).Handle(new ReplanMeeting(meeting, form, isCancelled, stored.Sequence), CancellationToken.None);
    }

    private static MeetingForm Announced(MeetingDetailsView stored) =>
        new(stored.Title, stored.Kind, stored.Territory, FormsView.Day(stored.HeldOn), stored.StartsAt, stored.EndsAt, stored.Place);

    private Task<Contracts.Outcome> RemoveAsync(Guid meeting) => new RemoveMeetingHandler(_theme.Database).Handle(new RemoveMeeting(meeting), CancellationToken.None);

    private async Task<Calendar> CalendarAsync() => Calendar.Load(await WrittenAsync())!;

    private Task<string> WrittenAsync() => new MakeCalendarHandler(_theme.Database, Theme).Handle(new MakeCalendar("https://seminaire.exemple.fr"), CancellationToken.None);

    private Task<BodyView?> ShowAsync(Guid meeting) => new ShowBodyHandler(_theme.Database, _clock).Handle(new ShowBody(meeting), CancellationToken.None);

    private Task<ActionsView> ActionsAsync() => new ShowActionsHandler(_theme.Database, Theme, _clock).Handle(new ShowActions(), CancellationToken.None);
}
