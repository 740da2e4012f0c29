using Seminar.Offer.Hours;

namespace Seminar.Offer.Tests;

/// <summary>Opening hours, as OpenStreetMap writes them, for French readers.</summary>
public sealed class Opening_hours
{
    [Theory]
    [InlineData("Mo-Fr 08:30-12:30", "du lundi au vendredi : 8 h 30 – 12 h 30")]
    [InlineData("Mo-Fr 08:30-12:30,14:00-17:00; Sa 09:00-12:00; PH off", "du lundi au vendredi : 8 h 30 – 12 h 30 et 14 h – 17 h|samedi : 9 h – 12 h|jours fériés : fermé")]
    [InlineData("Mo,We 14:00-18:00", "lundi et mercredi : 14 h – 18 h")]
    [InlineData("Mo, We, Fr 14:00-18:00", "lundi, mercredi et vendredi : 14 h – 18 h")]
    [InlineData("Sa-Mo 10:00-11:00", "du samedi au lundi : 10 h – 11 h")]
    [InlineData("24/7", "tous les jours : jour et nuit")]
    [InlineData("Fr 22:00-02:00", "vendredi : 22 h – 2 h")]
    [InlineData("Mo 09:00-12:00, Tu 14:00-17:00", "lundi : 9 h – 12 h|mardi : 14 h – 17 h")]
    [InlineData("Mo-Th 09:00-17:00 \"sur rendez-vous\"", "du lundi au jeudi : 9 h – 17 h, « sur rendez-vous »")]
    [InlineData("\"sur rendez-vous\"", "tous les jours : « sur rendez-vous »")]
    public void Read_in_French(string text, string expected) =>
        string.Join('|', FrenchHours.Lines(OpeningHours.Read(text)!)).Replace('\u00A0', ' ').Should().Be(expected);

    [Theory]
    [InlineData("")]
    [InlineData("du lundi au vendredi")]
    [InlineData("Mo-Fr 25:00-26:00")]
    [InlineData("Mo-Fr 09:00")]
    [InlineData("Jan-Mar Mo 09:00-10:00")]
    [InlineData("Mo-Xx 09:00-10:00")]
    public void That_say_more_than_we_understand_are_left_as_they_are(string text) => OpeningHours.Read(text).Should().BeNull();

    [Theory]
    [InlineData("2026-11-23T08:29", false)]
    [InlineData("2026-11-23T08:30", true)]
    [InlineData("2026-11-23T12:30", false)]
    [InlineData("2026-11-21T10:00", true)]
    [InlineData("2026-11-22T10:00", false)]
    [InlineData("2026-11-11T10:00", false)] // Armistice.
    [InlineData("2026-04-06T10:00", false)] // Easter Monday.
    [InlineData("2026-11-28T01:00", true)] // Since Friday night.
    public void Tell_whether_it_is_open(string moment, bool isOpen) =>
        OpeningHours.Read("Mo-Fr 08:30-12:30; Sa 09:00-12:00; Fr 08:30-12:30,22:00-02:00; PH off")!.IsOpen(DateTime.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(isOpen);
}
