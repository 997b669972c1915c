using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>Spanish words in names of columns.</summary>
internal static class SpanishNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "Spanish", "*correo, correo electronico, ?direccion correo, *correo electronico, correo e"),
        new(PersonalKind.Phone, "Spanish", "*telefono, telefono movil, numero telefono, ?movil, *movil, *celular, ?num tel, telf, tlf, tfno, telefono fijo, telefono contacto"),
        new(PersonalKind.Name, "Spanish", """
            *nombre completo, nombre y apellidos, nombre apellidos, nombre cliente, nombre paciente, nombre empleado, nombre contacto, *titular, nombre titular, ?destinatario, ?remitente, ?propietario, ?inquilino, ?medico, persona contacto, persona de contacto, nombre del cliente, ?tutor, ?solicitante
            """),
        new(PersonalKind.FirstName, "Spanish", "?nombre, *nombre pila, nombre de pila, primer nombre, segundo nombre, nombres"),
        new(PersonalKind.LastName, "Spanish", "*apellido, apellidos, primer apellido, segundo apellido, apellido paterno, apellido materno, ap paterno, ap materno"),
        new(PersonalKind.Username, "Spanish", "*nombre usuario, nombre de usuario, ?usuario, apodo, ?alias, nick usuario"),
        new(PersonalKind.Address, "Spanish", "*direccion, *domicilio, ?calle, calle numero, ?piso, ?portal, direccion envio, direccion facturacion, ?avenida, ?via"),
        new(PersonalKind.City, "Spanish", "*ciudad, ?poblacion, ?localidad, ?municipio, lugar nacimiento, lugar de nacimiento, ciudad nacimiento"),
        new(PersonalKind.PostalCode, "Spanish", "*codigo postal, cod postal, ?cp, codpostal"),
        new(PersonalKind.Location, "Spanish", "*latitud, *longitud, coordenadas"),
        new(PersonalKind.NationalId, "Spanish", """
            dni, nif, nie, cif, *pasaporte, numero pasaporte, documento identidad, *documento identidad, num documento, numero documento, seguridad social, numero seguridad social, nss, num seguridad social, ?matricula, carnet conducir, curp, rfc, cedula, rut, ?cedula identidad, num afiliacion, licencia conducir,
            tarjeta sanitaria, numero tarjeta sanitaria, ?expediente, ?historia clinica, numero historia
            """),
        new(PersonalKind.Account, "Spanish", "numero cuenta, num cuenta, *cuenta bancaria, ?cuenta, ccc, clabe"),
        new(PersonalKind.Card, "Spanish", "numero tarjeta, num tarjeta, *tarjeta credito, tarjeta de credito, ?tarjeta"),
        new(PersonalKind.Token, "Spanish", "*contrasena, contrasenia, ?*clave, clave acceso, clave secreta, ?ficha acceso, respuesta secreta"),
        new(PersonalKind.Ip, "Spanish", "direccion ip, *direccion ip, ip origen"),
        new(PersonalKind.Device, "Spanish", "direccion mac, ?numero serie, ?navegador"),
        new(PersonalKind.BirthDate, "Spanish", "*nacimiento, fecha nacimiento, fecha de nacimiento, fec nac, fecha nac, f nacimiento, edad, ano nacimiento, fecha defuncion, fecha fallecimiento, *defuncion"),
        new(PersonalKind.Gender, "Spanish", "sexo, *genero, ?tratamiento cortesia, ?tratamiento"),
        new(PersonalKind.Company, "Spanish", "*empresa, razon social, nombre empresa, ?empleador, ?compania"),
        new(PersonalKind.Income, "Spanish", "*sueldo, *salario, *ingresos, nomina, ?saldo, ?renta, ?bonificacion, salario bruto, ?alquiler"),
        new(PersonalKind.Special, "Spanish", """
            *diagnostico, grupo sanguineo, *alergia, *enfermedad, *discapacidad, *medicamento, medicacion, *salud, estado civil, *nacionalidad, *etnia, orientacion sexual, *embarazo, embarazada, *sindicato, *vacuna, *religion, afiliacion politica, antecedentes penales, ?antecedentes, baja medica, ?sintomas
            """),
        new(PersonalKind.FreeText, "Spanish", "?*comentario, ?comentarios, ?*observacion, ?observaciones, ?notas, ?*mensaje, ?*descripcion, ?texto, ?contenido, ?asunto, ?motivo, ?detalle"),
    ];
}
