using System.Text;
using MiniExcelLibs;
using Seminar.Contracts.Reference;
using Seminar.People.Features.Roster;
using Seminar.Tables;

namespace Seminar.People.Tests.Roster;

public sealed class ReadingARoster
{
    private const string Header = "Famille;Prénom;Nom;Structure;Dépt;Courriel;Témoin;Atelier attribué;Vœu 1;Vœu 2";

    public static TheoryData<string, byte[]> Files => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes("Famille;Prénom;Nom;Structure\r\nPartenaire;Zoé;L’Œuvre;Société « Île »\r\n") },
        { "UTF-8 with its mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("Famille;Prénom;Nom;Structure\nPartenaire;Zoé;L’Œuvre;Société « Île »\n")] },
        { "commas and quotes", Encoding.UTF8.GetBytes("\"Famille\",\"Prénom\",\"Nom\",\"Structure\"\n\"Partenaire\",\"Zoé\",\"L’Œuvre\",\"Société « Île »\"\n") },
        { "tabulations", Encoding.UTF8.GetBytes("Famille\tPrénom\tNom\tStructure\nPartenaire\tZoé\tL’Œuvre\tSociété « Île »\n") },
        { "Windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Famille;Prénom;Nom;Structure\r\nPartenaire;Zoé;L’Œuvre;Société « Île »\r\n") },
        { "a workbook", Workbook(new Dictionary<string, object> { ["Famille"] = "Partenaire", ["Prénom"] = " Zoé ", ["Nom"] = "L’Œuvre", ["Structure"] = "Société « Île »" }) },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_way_in_which_spreadsheets_write_a_list_reads_the_same(string kind, byte[] content)
    {
        var file = TableFile.Read("liste", content);

        file.Header.Should().Equal("Famille", "Prénom", "Nom", "Structure");
        file.Lines.Should().ContainSingle(kind).Which.Cells.Should().Equal("Partenaire", "Zoé", "L’Œuvre", "Société « Île »");
    }

    [Fact]
    public void A_number_of_a_workbook_reads_as_it_was_typed() =>
        TableFile.Read("liste.xlsx", Workbook(new Dictionary<string, object> { ["Dépt"] = 9.0, ["Autre"] = 31 })).Lines[0].Cells.Should().Equal("9", "31");

    [Fact]
    public void Blank_lines_are_left_out_and_the_others_keep_the_number_they_have_in_the_file() =>
        TableFile.Read("liste.csv", "Famille;Prénom\n\nJeune;A\n;\nJeune;B\n"u8.ToArray()).Lines.Select(line => line.Number).Should().Equal(3, 5);

    [Theory]
    [InlineData("")]
    [InlineData("Famille;Prénom\n")]
    [InlineData("PK\u0003\u0004 pas un classeur")]
    public void What_is_no_list_is_refused_in_French(string content)
    {
        var reading = () => TableFile.Read("photo.jpg", Encoding.UTF8.GetBytes(content));

        reading.Should().Throw<TableUnreadableException>().Which.Message.Should().ContainAny("aucune ligne", "abîmé", "ne se lit");
    }

    [Fact]
    public void A_list_that_is_too_long_is_refused()
    {
        var reading = () => TableFile.Read("liste.csv", Encoding.UTF8.GetBytes("Famille;Prénom\n" + string.Concat(Enumerable.Repeat("Jeune;A\n", TableFile.MostLines + 1))));

        reading.Should().Throw<TableUnreadableException>().WithMessage("*plus de 5000 lignes*");
    }

    [Theory]
    [InlineData("Famille;Prénom;Nom;Structure;Dépt;Courriel;Témoin;Atelier attribué;Vœu 1;Vœu 2", "0,1,2,3,4,5,6,7,8,9")]
    [InlineData("NOM;PRENOM;ORGANISME;E-mail;Badge", "4,1,0,2,,3,,,,")]
    public void The_columns_are_guessed_from_the_titles_that_people_give(string header, string expected)
    {
        var guessed = RosterField.Guess(header.Split(';'));

        string[] fields = ["famille", "prenom", "nom", "organisation", "departement", "courriel", "temoin", "atelier", "voeu1", "voeu2"];
        string.Join(',', fields.Select(field => guessed.TryGetValue(field, out var column) ? $"{column}" : "")).Should().Be(expected);
    }

    [Fact]
    public void A_good_line_becomes_a_person()
    {
        var line = Read("ML;Prénom;Nom;Mission Locale de l’Ariège;9;prenom@exemple.fr;oui;mobilite;Engagement;Mobilité");

        line.Faults.Should().BeEmpty();
        line.Remarks.Should().BeEmpty();
        line.Person.Should().BeEquivalentTo(new RosterPerson("mission-locale", "Prénom", "Nom", "Mission Locale de l’Ariège", "", "09", "prenom@exemple.fr", true, "mobility", ["engagement", "mobility"]));
    }

    [Theory]
    [InlineData("Mision Local;Prénom;Nom;;;;;;;", "famille", "«\u00A0Mision Local\u00A0» n’est pas une famille. Vouliez-vous dire «\u00A0Mission Locale\u00A0»\u00A0?")]
    [InlineData("P;Prénom;Nom;;Héraut;;;;;", "departement", "«\u00A0Héraut\u00A0» n’est pas un département. Vouliez-vous dire «\u00A0Hérault\u00A0»\u00A0?")]
    [InlineData("P;Prénom;Nom;;;;;Mobilitée;;", "atelier", "«\u00A0Mobilitée\u00A0» n’est pas un atelier. Vouliez-vous dire «\u00A0Mobilité\u00A0»\u00A0?")]
    [InlineData("P;Prénom;Nom;;;;;;Cuisine;", "voeu1", "«\u00A0Cuisine\u00A0» n’est pas un atelier.")]
    [InlineData("P;;Nom;;;;;;;", "prenom", "Le prénom manque.")]
    [InlineData("P;Prénom;;;;;;;;", "nom", "Le nom manque.")]
    [InlineData(";Prénom;Nom;;;;;;;", "famille", "La famille manque.")]
    [InlineData("P;Prénom;Nom;;;prenom.exemple;;;;", "courriel", "«\u00A0prenom.exemple\u00A0» n’est pas une adresse complète.")]
    [InlineData("P;Prénom;Nom;;;;peut-être;;;", "temoin", "Répondez oui ou non.")]
    public void A_wrong_line_says_what_is_wrong_and_what_was_likely_meant(string cells, string field, string message)
    {
        var line = Read(cells);

        line.Faults.Should().ContainSingle().Which.Should().Match<RosterFault>(fault => fault.Field == field && fault.Message == message);
    }

    [Fact]
    public void Proposals_are_taken_over_only_when_asked_for() =>
        Read("Mision Local;Prénom;Nom;;Héraut;;;Mobilitée;;", applyProposals: true).Should().Match<RosterLine>(line =>
            line.Faults.Count == 0 && line.Person.Family == "mission-locale" && line.Person.Departement == "34" && line.Person.Workshop == "mobility");

    [Fact]
    public void A_departement_that_does_not_match_the_place_is_flagged_not_refused()
    {
        var line = Read("ML;Prénom;Nom;Mission Locale de l’Ariège;34;;;;;");

        line.Faults.Should().BeEmpty();
        line.Remarks.Should().ContainSingle().Which.Should().Contain("09").And.Contain("À vérifier");
        Read("P;Prénom;Nom;Partenaire;75;;;;;").Remarks.Should().ContainSingle().Which.Should().Contain("hors de la région");
    }

    [Fact]
    public void A_young_person_s_family_name_is_not_taken_over()
    {
        var line = Read("Jeune;Prénom;Nom;;;;;;;");

        line.Faults.Should().BeEmpty();
        line.Person.LastName.Should().BeEmpty();
        line.Remarks.Should().ContainSingle().Which.Should().Contain("pas repris");
    }

    [Fact]
    public async Task Nothing_is_registered_before_it_is_confirmed_nor_while_a_line_is_wrong_nor_twice()
    {
        await using var people = new TempPeople();
        var content = Encoding.UTF8.GetBytes("Famille;Prénom;Nom;Structure\nP;Prénom A;Nom A;S\nP;prénom a;NOM A;S\nP;;Nom B;S\n");
        var (draft, _) = await new SendRosterHandler(people.Database, new InThisProcess(), people.Clock).Handle(new SendRoster("liste.csv", content), default);
        var choices = new RosterChoices(RosterField.Guess(["Famille", "Prénom", "Nom", "Structure"]), false);
        var confirming = new ConfirmRosterHandler(people.Database, people.Themes.Programme, new(new Occitanie()), people.Clock);

        var preview = await new ReadDraftHandler(people.Database, people.Themes.Programme, new(new Occitanie())).Handle(new ReadDraft(draft!.Value, null), default);
        preview.Should().Match<RosterPreview>(each => each.Good.Count == 1 && each.Known.Count == 1 && each.Wrong.Count == 1);
        (await people.ExpectedAsync()).Should().BeEmpty();
        (await confirming.Handle(new ConfirmRoster(draft.Value, choices, GoodLinesOnly: false), default)).Should().BeNull();
        (await people.ExpectedAsync()).Should().BeEmpty();

        (await confirming.Handle(new ConfirmRoster(draft.Value, choices, GoodLinesOnly: true), default))!.Registered.Should().Be(1);
        (await confirming.Handle(new ConfirmRoster(draft.Value, choices, GoodLinesOnly: true), default)).Should().BeNull("the draft is gone");
        (await people.ExpectedAsync()).Should().ContainSingle();
    }

    private static RosterLine Read(string cells, bool applyProposals = false) => new RosterReading(
        RosterField.Guess(Header.Split(';')), new TwoWorkshops().List, Departements.Of("76"), applyProposals).Read(2, cells.Split(';'));

    private static byte[] Workbook(params Dictionary<string, object>[] rows)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(rows);
        return stream.ToArray();
    }
}
