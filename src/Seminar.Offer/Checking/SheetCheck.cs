using Seminar.Offer.Reading;
using Seminar.Offer.Standard;
using Seminar.Offer.Territory;

namespace Seminar.Offer.Checking;

/// <summary>Checks sheets against data·inclusion v1.0.8, field by field.</summary>
/// <param name="today">No sheet was updated later.</param>
/// <param name="source">The producer of sheets that do not name theirs; the valideur's workbook does not.</param>
/// <param name="takesProposals">Whether what was likely meant replaces what is wrong.</param>
internal sealed class SheetCheck(DateOnly today, string? source, bool takesProposals)
{
    private const string WholePublic = "tous-publics";

    public CheckedSheet Check(RawSheet raw)
    {
        var reading = new FieldReading(today, takesProposals);
        var values = new Dictionary<string, object>();
        foreach (var field in Fields.Of(raw.Kind))
        {
            var value = raw.Values.TryGetValue(field.Name, out var given) ? reading.Read(field, given) : null;
            value ??= field.Name == "source" ? source ?? Prefix(raw) : null;
            if (value is not null)
            {
                values[field.Name] = value;
            }
            else if (field.IsRequired && !reading.HasFault(field.Name))
            {
                reading.Refuse(field, $"{field.Label}\u00A0: ce champ est obligatoire.");
            }
        }

        Qualify(values, "id");
        Qualify(values, "structure_id");
        CheckTogether(values, reading);
        var sheet = new Sheet(raw.Kind, values);
        CheckPlace(sheet, reading);
        return new CheckedSheet(raw.Line, sheet, reading.Faults, reading.Remarks);
    }

    /// <summary>Identifiers are <c>{source}--{local}</c>; a producer's own files often hold the local part alone.</summary>
    private static void Qualify(Dictionary<string, object> values, string field)
    {
        if (values.TryGetValue(field, out var id) && values.TryGetValue("source", out var source) && !$"{id}".Contains("--", StringComparison.Ordinal))
        {
            values[field] = $"{source}--{id}";
        }
    }

    private static string? Prefix(RawSheet raw) =>
        raw.Values.TryGetValue("id", out var id) && $"{id}".IndexOf("--", StringComparison.Ordinal) is > 0 and var end ? $"{id}"[..end] : null;

    private void CheckTogether(Dictionary<string, object> values, FieldReading reading)
    {
        if (values.GetValueOrDefault("publics") is IReadOnlyList<string> { Count: > 1 } publics && publics.Contains(WholePublic))
        {
            if (takesProposals)
            {
                values["publics"] = (IReadOnlyList<string>)[WholePublic];
            }

            reading.RefuseUnlessCorrected("publics", "Publics\u00A0: «\u00A0tous-publics\u00A0» ne va avec aucun autre public.", WholePublic);
        }

    }

    private static void CheckPlace(Sheet sheet, FieldReading reading)
    {
        if (sheet.Values.ContainsKey("longitude") != sheet.Values.ContainsKey("latitude"))
        {
            reading.Remark("longitude", "La longitude et la latitude vont ensemble\u00A0; celle qui est seule ne place pas la fiche.");
        }

        var code = sheet.Text("code_insee") ?? sheet.Text("code_postal");
        if (sheet.Text("code_insee") is { } insee && Region.Holds(insee) && Communes.Find(insee) is null)
        {
            reading.Remark("code_insee", $"Le code {insee} n’est celui d’aucune commune d’Occitanie en 2026.");
        }
        else if (SheetPlace.Of(sheet) is null && (code is null || Region.Holds(code)) && sheet.List("modes_accueil") is not ["a-distance"])
        {
            reading.Remark("code_insee", "Ni coordonnées, ni commune reconnue\u00A0: cette fiche n’est ni sur la carte, ni autour d’une commune.");
        }
    }
}
