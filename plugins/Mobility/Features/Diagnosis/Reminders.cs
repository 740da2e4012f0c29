using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Seminar.Themes.Mobility.Features.Diagnosis;

/// <summary>The next steps as a calendar (RFC 5545): a day each, with a reminder in the morning.</summary>
internal static class Reminders
{
    private const int MorningHour = 9;

    /// <param name="conversation">The conversation; its answers and its day name the events, so that a second download doubles nothing.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="now">When the file is made.</param>
    public static string Write(Conversation conversation, IReadOnlyList<GuideAction> steps, DateTimeOffset now)
    {
        var calendar = new Calendar { ProductId = "-//Seminar//Diagnostic de mobilité//FR" };
        foreach (var step in steps)
        {
            var day = conversation.Day.AddDays(step.Days);
            var reminder = new CalendarEvent
            {
                Uid = $"{step.Id}-{conversation.Day:yyyyMMdd}@mobilite.seminar",
                DtStamp = new CalDateTime(now.UtcDateTime),
                Summary = step.Step,
                Description = "Une étape du diagnostic de mobilité.",
                Start = new CalDateTime(day),
                End = new CalDateTime(day.AddDays(1)),
            };
            reminder.Alarms.Add(new Alarm { Action = AlarmAction.Display, Description = step.Step, Trigger = new Trigger(Duration.FromHours(MorningHour)) });
            calendar.Events.Add(reminder);
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }
}
