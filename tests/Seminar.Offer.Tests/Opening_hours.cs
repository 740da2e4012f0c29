using System.Globalization;
using CsCheck;
using Seminar.Offer.Features.ShowSheet;
using Seminar.Offer.Hours;
using Seminar.Offer.Standard;

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
    [InlineData("\"sur rendez-vous\"", "« sur rendez-vous »")]
    [InlineData("Mo-Fr \"sur rendez-vous\"", "du lundi au vendredi : « sur rendez-vous »")]
    [InlineData("Mo-Fr 09:00-17:00; \"sur rendez-vous\"", "du lundi au vendredi : 9 h – 17 h|« sur rendez-vous »")]
    [InlineData("Mo 09:00-12:00 \"le matin ; sans rendez-vous, ou à l'accueil\"", "lundi : 9 h – 12 h, « le matin ; sans rendez-vous, ou à l’accueil »")]
    [InlineData("Mo-Fr 09:00-17:00 || \"sur rendez-vous\"", "du lundi au vendredi : 9 h – 17 h|sinon : « sur rendez-vous »")]
    [InlineData("Mo-Fr 09:00-17:00 || Sa 09:00-12:00", "du lundi au vendredi : 9 h – 17 h|sinon, samedi : 9 h – 12 h")]
    [InlineData("mo-FR 9:00-17:00; ph OFF", "du lundi au vendredi : 9 h – 17 h|jours fériés : fermé")]
    [InlineData("Mo-Fr open; Sa open \"par l’arrière\"; Su closed \"repos\"", "du lundi au vendredi : jour et nuit|samedi : jour et nuit, « par l’arrière »|dimanche : fermé, « repos »")]
    [InlineData("Mo-Fr 00:00-24:00", "du lundi au vendredi : jour et nuit")]
    [InlineData("Mo unknown", "lundi : à confirmer")]
    [InlineData("Mo-Fr 09:00-17:00; 12:00-13:30,15:00-15:15 off", "du lundi au vendredi : 9 h – 17 h|tous les jours : fermé de 12 h à 13 h 30 et de 15 h à 15 h 15")]
    [InlineData("Mo-Fr 09:00-12:00; Jul-Aug off", "du lundi au vendredi : 9 h – 12 h|de juillet à août : fermé")]
    [InlineData("Sep-Jun Mo-Fr 09:00-12:00", "de septembre à juin, du lundi au vendredi : 9 h – 12 h")]
    [InlineData("Apr-Oct: Sa 09:00-12:00; Feb,Aug off", "d’avril à octobre, samedi : 9 h – 12 h|février et août : fermé")]
    [InlineData("Dec 25, Jan 01 off", "25 décembre et 1er janvier : fermé")]
    [InlineData("Dec 24-Jan 02 off; Aug 01-15 off; Dec 25,26 off", "du 24 décembre au 2 janvier : fermé|du 1er au 15 août : fermé|25 décembre et 26 décembre : fermé")]
    [InlineData("Mo-Fr,PH 09:00-12:00; PH,SH off", "du lundi au vendredi et jours fériés : 9 h – 12 h|jours fériés et vacances scolaires : fermé")]
    [InlineData("SH off", "vacances scolaires : fermé")]
    [InlineData("SH Mo-Fr 10:00-12:00", "vacances scolaires, du lundi au vendredi : 10 h – 12 h")]
    public void Read_in_French(string text, string expected) =>
        string.Join('|', FrenchHours.Lines(OpeningHours.Read(text)!)).Replace('\u00A0', ' ').Should().Be(expected);

    [Theory]
    [InlineData("")]
    [InlineData("du lundi au vendredi")]
    [InlineData("Mo-Fr 25:00-26:00")]
    [InlineData("Mo-Fr 09:00")]
    [InlineData("Mo-Fr")]
    [InlineData("Jul-Aug")]
    [InlineData("Jan-Xxx Mo 09:00-10:00")]
    [InlineData("Mo-Xx 09:00-10:00")]
    [InlineData("Mo-PH 09:00-10:00")]
    [InlineData("Feb 30 off")]
    [InlineData("Dec 24-Jan off")]
    [InlineData("2026 Dec 25 off")]
    [InlineData("Mo[1] 09:00-12:00")]
    [InlineData("Mo 09:00-12:00 \"sans fin")]
    [InlineData("Mo \"à 9:00\" 10:00-12:00")]
    [InlineData("Mo 09:60-12:00")]
    [InlineData("Mo 09:00-12:00 ||")]
    public void That_say_more_than_we_understand_are_left_as_they_are(string text) => OpeningHours.Read(text).Should().BeNull();

    [Fact]
    public void However_long_they_are_nobody_waits_for_them() => OpeningHours.Read(new string('1', 100_000) + new string('a', 100_000) + "!").Should().BeNull();

    [Theory]
    [InlineData("2026-11-23T08:29", OpenStatus.Closed)]
    [InlineData("2026-11-23T08:30", OpenStatus.Open)]
    [InlineData("2026-11-23T12:30", OpenStatus.Closed)]
    [InlineData("2026-11-21T10:00", OpenStatus.Open)]
    [InlineData("2026-11-22T10:00", OpenStatus.Closed)]
    [InlineData("2026-11-11T10:00", OpenStatus.Closed)] // Armistice.
    [InlineData("2026-04-06T10:00", OpenStatus.Closed)] // Easter Monday.
    [InlineData("2026-11-28T01:00", OpenStatus.Open)] // Since Friday night.
    public void Tell_whether_it_is_open(string moment, object status) =>
        At("Mo-Fr 08:30-12:30; Sa 09:00-12:00; Fr 08:30-12:30,22:00-02:00; PH off", moment).Should().Be((OpenStatus)status);

    [Theory]
    [InlineData("\"sur rendez-vous\"", "2026-11-23T10:00", OpenStatus.Unknown)]
    [InlineData("Mo-Fr \"sur rendez-vous\"", "2026-11-23T10:00", OpenStatus.Unknown)]
    [InlineData("Mo-Fr \"sur rendez-vous\"", "2026-11-22T10:00", OpenStatus.Closed)]
    [InlineData("Mo-Fr 09:00-17:00; \"sur rendez-vous\"", "2026-11-23T10:00", OpenStatus.Open)]
    [InlineData("Mo-Fr 09:00-17:00; \"sur rendez-vous\"", "2026-11-23T18:00", OpenStatus.Closed)]
    [InlineData("Mo-Fr 09:00-17:00 \"sur rendez-vous\"", "2026-11-23T10:00", OpenStatus.Unknown)]
    [InlineData("Mo-Fr 09:00-17:00 \"sur rendez-vous\"", "2026-11-23T18:00", OpenStatus.Closed)]
    [InlineData("Mo-Fr 09:00-17:00 open \"sonnez\"", "2026-11-23T10:00", OpenStatus.Open)]
    [InlineData("Mo-Fr 09:00-17:00 || \"sur rendez-vous\"", "2026-11-23T10:00", OpenStatus.Open)]
    [InlineData("Mo-Fr 09:00-17:00 || \"sur rendez-vous\"", "2026-11-22T10:00", OpenStatus.Unknown)]
    [InlineData("Fr 22:00-02:00 || \"sur rendez-vous\"", "2026-11-28T01:00", OpenStatus.Open)]
    public void With_a_remark_tell_only_what_is_sure(string text, string moment, object status) => At(text, moment).Should().Be((OpenStatus)status);

    [Theory]
    [InlineData("Sep-Jun Mo-Fr 09:00-12:00", "2026-07-06T10:00", OpenStatus.Closed)]
    [InlineData("Sep-Jun Mo-Fr 09:00-12:00", "2026-09-07T10:00", OpenStatus.Open)]
    [InlineData("Mo-Fr 09:00-12:00; Dec 24-Jan 02 off", "2027-01-01T10:00", OpenStatus.Closed)]
    [InlineData("Mo-Fr 09:00-12:00; Dec 24-Jan 02 off", "2027-01-04T10:00", OpenStatus.Open)]
    [InlineData("Dec 24-Jan 02 off; Mo-Fr 09:00-12:00", "2026-12-28T10:00", OpenStatus.Open)] // The last rule wins.
    [InlineData("Mo-Fr 09:00-17:00; 12:00-13:00 off", "2026-11-23T12:30", OpenStatus.Closed)]
    [InlineData("Mo-Fr 09:00-17:00; 12:00-13:00 off", "2026-11-23T14:00", OpenStatus.Open)]
    [InlineData("Mo-Su 22:00-02:00; Dec 25 off", "2026-12-25T01:00", OpenStatus.Open)] // Since Christmas Eve.
    [InlineData("Mo-Su 22:00-02:00; Dec 25 off", "2026-12-26T01:00", OpenStatus.Closed)]
    public void Follow_the_year(string text, string moment, object status) => At(text, moment).Should().Be((OpenStatus)status);

    [Theory]
    [InlineData("Mo-Fr 09:00-12:00; SH off", "2026-11-23T10:00", OpenStatus.Unknown)]
    [InlineData("Mo-Fr 09:00-12:00; SH off", "2026-11-23T14:00", OpenStatus.Closed)]
    [InlineData("Mo-Fr 09:00-12:00; SH Mo-Fr 10:00-11:00", "2026-11-23T10:30", OpenStatus.Open)]
    [InlineData("Mo-Fr 09:00-12:00; SH Mo-Fr 10:00-11:00", "2026-11-23T11:30", OpenStatus.Unknown)]
    public void Do_not_know_the_school_holidays_but_only_where_they_matter(string text, string moment, object status) => At(text, moment).Should().Be((OpenStatus)status);

    [Fact]
    public void Of_a_sheet_say_nothing_where_only_the_remark_knows()
    {
        var sheet = new Sheet(SheetKind.Service, new Dictionary<string, object> { ["horaires_accueil"] = "Mo-Fr \"sur rendez-vous\"" });

        SheetWording.IsOpen(sheet, new DateTime(2026, 11, 23, 10, 0, 0)).Should().BeNull();
        SheetWording.IsOpen(sheet, new DateTime(2026, 11, 22, 10, 0, 0)).Should().BeFalse();
        SheetWording.Hours(sheet).Should().Equal("du lundi au vendredi\u00A0: «\u00A0sur rendez-vous\u00A0»");
    }

    /// <summary>Rules are painted one over the other on two days' minutes, as a reader with a pencil would.</summary>
    [Fact]
    public void Whatever_they_say_are_those_that_one_finds_with_a_pencil() => Gen.Select(PencilRule.Any.Array[1, 4], Gen.Int[0, 729]).Sample(
        (rules, after) =>
        {
            var hours = OpeningHours.Read(PencilRule.Text(rules))!;
            var day = new DateOnly(2026, 1, 1).AddDays(after);
            // Every rule begins and ends at a quarter.
            var minutes = Enumerable.Range(0, 24 * 12).Select(each => each * 5).ToList();

            minutes.Select(minute => hours.At(day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute))).Should().Equal(minutes.Select(PencilRule.Painted(rules, day)), PencilRule.Text(rules));
            FrenchHours.Lines(hours).Should().HaveCount(rules.Length).And.OnlyContain(line => line.Length > 3);
        },
        iter: 2000);

    [Fact]
    public void However_they_are_jumbled_read_in_French_or_are_left_as_they_are() => Gen.OneOf(
        "Mo", "Fr", "PH", "SH", "Jul", "Dec", "25", "31", "09:00", "24:00", "02:00", "24/7", "-", "-", ",", ":", ";", "||", "off", "open", "unknown", "\"à 9:00 ; ok\"", "\"\"", "\"", "[1]", "é").Array[1, 9].Sample(
        words =>
        {
            if (OpeningHours.Read(string.Join(' ', words)) is { } hours)
            {
                FrenchHours.Lines(hours).Should().NotBeEmpty().And.OnlyContain(line => line.Length > 3);
                hours.At(new DateTime(2026, 12, 25, 1, 0, 0)).Should().BeDefined();
            }
        },
        iter: 20_000);

    private static OpenStatus At(string text, string moment) => OpeningHours.Read(text)!.At(DateTime.Parse(moment, CultureInfo.InvariantCulture));
}
