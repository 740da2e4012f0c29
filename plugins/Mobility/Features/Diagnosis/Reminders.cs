using System.Security.Cryptography;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Seminar.Themes.Mobility.Features.Diagnosis;

/// <summary>The next steps as a calendar (RFC 5545): a day each, with a reminder in the morning.</summary>
internal static class Reminders
{
    private const int MorningHour = 9;

    /// <param name="conversation">The conversation; its answers and its day name the events: a second download doubles nothing, and two people do not share theirs.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="now">When the file is made.</param>
    public static string Write(Conversation conversation, IReadOnlyList<GuideAction> steps, DateTimeOffset now)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(conversation.ToString())))[..12];
        var calendar = new Calendar { ProductId = "-//Seminar//Diagnostic de mobilité//FR" };
        foreach (var step in steps)
        {
            var day = conversation.Day.AddDays(step.Days);
            var reminder = new CalendarEvent
            {
                Uid = $"{step.Id}-{name}@mobilite.seminar",
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
