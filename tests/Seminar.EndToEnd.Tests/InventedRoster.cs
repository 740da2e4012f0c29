using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Seminar.Host.Tests;

namespace Seminar.EndToEnd.Tests;

/// <summary>A roster of people made by a generator: as many of each family in each workshop as in the real seminar, and not one of them.</summary>
internal static class InventedRoster
{
    private static readonly string[] Departements = ["09", "11", "12", "30", "31", "32", "34", "46", "48", "65", "66", "81", "82"];

    public static (string Csv, int People) OfTheSeeds()
    {
        var random = new Random(488);
        var csv = new StringBuilder("Famille;Prénom;Nom;Structure;Fonction;Dépt;Atelier attribué\r\n");
        var people = 0;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "seeds"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var workshop = JsonNode.Parse(File.ReadAllText(file))!;
            if (workshop["attendance"] is not { } attendance)
            {
                continue;
            }

            foreach (var (family, key) in new[] { ("Jeune", "jeunes"), ("Partenaire", "partenaires"), ("Mission Locale", "missionsLocales") })
            {
                for (var i = 0; i < attendance[key]!.GetValue<int>(); i++)
                {
                    people++;
                    csv.Append(Line(family, people, random, workshop["theme"]!.GetValue<string>()));
                }
            }
        }

        return (csv.ToString(), people);
    }

    public static async Task ImportAsync(IPage page, string csv, int people)
    {
        await page.GotoAsync("/inscriptions/import");
        await page.GetByLabel("Fichier").SetInputFilesAsync(new FilePayload { Name = "inscrits.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync($"{people}\u00A0personnes à inscrire");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Inscrire {people}" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync($"{people}\u00A0personnes inscrites");
    }

    private static string Line(string family, int number, Random random, string workshop)
    {
        var departement = random.Next(Departements.Length);
        var organisation = family switch
        {
            "Jeune" => "Accueil jeunes",
            "Partenaire" => $"Partenaire {random.Next(60) + 1}",
            _ => $"Mission Locale {departement + (random.Next(2) * Departements.Length) + 1}",
        };
        return $"{family};Prénom {number};{(family == "Jeune" ? "" : $"Nom {number}")};{organisation};{(family == "Jeune" ? "" : "Chargé de projet")};{Departements[departement]};{workshop}\r\n";
    }
}
