using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Seminar.Ui;

namespace Seminar.Themes.Mobility.Features.Diagnosis;

/// <summary>The next steps as a calendar (RFC 5545): a day each, with a reminder in the morning.</summary>
internal static class Reminders
{
    private const int MorningHour = 9;

    /// <param name="conversation">The conversation; its random number names the events: a second download doubles nothing, two people do not share theirs, and no name tells an answer.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="now">When the file is made.</param>
    public static string Write(Conversation conversation, IReadOnlyList<GuideAction> steps, DateTimeOffset now)
    {
        var name = conversation.NameFor("agenda");
        var calendar = new Calendar { ProductId = "-//Seminar//Diagnostic de mobilité//FR" };
        foreach (var step in steps)
        {
            var day = conversation.Day.AddDays(step.Days);
            var reminder = new CalendarEvent
            {
                Uid = $"{step.Id}-{name}@mobilite.seminar",
                DtStamp = new CalDateTime(now.UtcDateTime),
                Summary = Typography.Fix(step.Step),
                Description = "Une étape du diagnostic de mobilité.",
                Start = new CalDateTime(day),
                End = new CalDateTime(day.AddDays(1)),
            };
            reminder.Alarms.Add(new Alarm { Action = AlarmAction.Display, Description = Typography.Fix(step.Step), Trigger = new Trigger(Duration.FromHours(MorningHour)) });
            calendar.Events.Add(reminder);
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }
}
