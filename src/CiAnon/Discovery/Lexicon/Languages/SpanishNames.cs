using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon.Languages;

/// <summary>Spanish words in names of columns.</summary>
internal static class SpanishNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "Spanish", """
            *correo, correo electronico, ?direccion correo, *correo electronico, correo e,
            correo personal, correo trabajo, direccion de correo, email contacto, mail contacto
            """),
        new(PersonalKind.Phone, "Spanish", """
            *telefono, telefono movil, numero telefono, ?movil, *movil, *celular, ?num tel, telf, tlf, tfno, telefono fijo, telefono contacto,
            telefono casa, telefono trabajo, telefono celular, num telefono, numero de telefono, ?fijo, numero movil, tel movil, tel contacto,
            tlfno, tfn movil, telef, num movil, tel fijo, nro celular, tel emergencia, telefono emergencia
            """),
        new(PersonalKind.Name, "Spanish", """
            *nombre completo, nombre y apellidos, nombre apellidos, nombre cliente, nombre paciente, nombre empleado, nombre contacto, *titular, nombre titular, ?destinatario, ?remitente, ?propietario, ?inquilino, ?medico, persona contacto, persona de contacto, nombre del cliente, ?tutor, ?solicitante,
            nombres y apellidos, nombre autor, ?autor, nombre medico, nombre alumno, nombre profesor, nombre destinatario, nombre remitente, nombre propietario, nombre conductor, nombre donante,
            ?donante, ?responsable, nombre responsable, nombre tutor, nombre padre, nombre madre, contacto emergencia, contacto de emergencia, representante legal, ?representante, ?beneficiario,
            nombre beneficiario, ?paciente, ?cliente, ?conductor, ?instructor, ?docente, nombre solicitante, nombre y apellido, ?firmante, nombre huesped,
            titular cuenta, titular de la cuenta, nombre del padre, nombre de la madre, ?administrador, ?apoderado, apellidos y nombre, nombre conyuge
            """),
        new(PersonalKind.FirstName, "Spanish", "?nombre, *nombre pila, nombre de pila, primer nombre, segundo nombre, nombres"),
        new(PersonalKind.LastName, "Spanish", """
            *apellido, apellidos, primer apellido, segundo apellido, apellido paterno, apellido materno, ap paterno, ap materno,
            apellido uno, apellido dos, apellido casada, apellido soltera
            """),
        new(PersonalKind.Username, "Spanish", """
            *nombre usuario, nombre de usuario, ?usuario, apodo, ?alias, nick usuario,
            nombre de cuenta, ?creado por, ?modificado por, ?registrado por, cuenta usuario, ?login usuario,
            *nombreusuario, usuario login, ?usuario red, ?usuario alta, ?usuario modificacion, ?usuario creacion, ?usuario baja, ?usuario registro, ?creado por usuario, ?actualizado por, ?editado por, ?aprobado por, ?validado por, ?atendido por, ?dado de alta por, sobrenombre, seudonimo, mote, nombre de perfil, nick, cuenta de usuario,
            ?alta usuario
            """),
        new(PersonalKind.Address, "Spanish", """
            *direccion, *domicilio, ?calle, calle numero, ?piso, ~portal, direccion envio, direccion facturacion, ?avenida, ?via,
            direccion postal, direccion completa, direccion de envio, direccion de facturacion, direccion linea, numero exterior, numero interior, num exterior, num interior, ?colonia, ?barrio,
            ~numero, ~puerta, ~escalera, ~bloque, ~planta, ~nro
            """),
        new(PersonalKind.City, "Spanish", """
            *ciudad, ?poblacion, ?localidad, ?municipio, lugar nacimiento, lugar de nacimiento, localidad nacimiento, localidad de nacimiento, municipio nacimiento, poblacion nacimiento, provincia nacimiento, ciudad nacimiento,
            municipio nacimiento, ?ciudad envio, ciudad residencia, lugar fallecimiento, ?pueblo,
            lugar nac, ?distrito
            """),
        new(PersonalKind.PostalCode, "Spanish", """
            *codigo postal, cod postal, ?cp, codpostal,
            ?apartado postal, codpostal, cod postal, cpostal
            """),
        new(PersonalKind.Location, "Spanish", "*latitud, *longitud, coordenadas"),
        new(PersonalKind.NationalId, "Spanish", """
            dni, nif, nie, cif, *pasaporte, numero pasaporte, documento identidad, *documento identidad, num documento, numero documento, seguridad social, numero seguridad social, nss, num seguridad social, ?matricula, carnet conducir, curp, rfc, cedula, rut, ?cedula identidad, num afiliacion, licencia conducir,
            tarjeta sanitaria, numero tarjeta sanitaria, ?expediente, ?historia clinica, numero historia,
            numero de documento, nro documento, nro doc, doc identidad, documento de identidad, numero identificacion, numero de identificacion, num identificacion, ?identificacion, cedula ciudadania,
            numero cedula, cuit, cuil, ruc, rfc fiscal, numero fiscal, id fiscal, nif cif, numero de pasaporte, permiso conducir, numero licencia, licencia de conducir, tarjeta residencia, placa,
            numero placa, clave ine, curp paciente, seguro social, numero seguro social, imss,
            cifnif, cif nif, nuss, nass, ?cip, tsi, num doc, ?bastidor, num bastidor, numero bastidor, num ss
            """),
        new(PersonalKind.Account, "Spanish", """
            numero cuenta, num cuenta, *cuenta bancaria, ?cuenta, ccc, clabe,
            numero de cuenta, cuenta iban, cbu, codigo swift, ?banco cuenta, datos bancarios, entidad bancaria cuenta
            """),
        new(PersonalKind.Card, "Spanish", """
            numero tarjeta, num tarjeta, *tarjeta credito, tarjeta de credito, ?tarjeta,
            numero de tarjeta, tarjeta debito, tarjeta numero, fecha caducidad tarjeta, vencimiento tarjeta, caducidad tarjeta, codigo seguridad tarjeta, ultimos digitos
            """),
        new(PersonalKind.Token, "Spanish", """
            *contrasena, contrasenia, ?*clave, clave acceso, clave secreta, ?ficha acceso, respuesta secreta,
            clave api, clave privada, codigo acceso, codigo activacion, codigo verificacion, codigo confirmacion, token acceso, pregunta secreta, pregunta seguridad, respuesta seguridad,
            codigo invitacion, clave licencia, ?secreto
            """),
        new(PersonalKind.Ip, "Spanish", "direccion ip, *direccion ip, ip origen"),
        new(PersonalKind.Device, "Spanish", """
            direccion mac, ?numero serie, ?navegador,
            numero de serie, num serie, nro serie, n serie, *numeroserie, direccion fisica, id dispositivo, identificador dispositivo, uuid dispositivo, huella dispositivo, huella navegador, agente usuario, agente de usuario, tarjeta sim, numero sim, numero imei, codigo imei, id publicidad, identificador publicitario, ?id terminal, ?serie equipo, ?numero contador, ?token dispositivo, *direccionmac
            """),
        new(PersonalKind.BirthDate, "Spanish", """
            *nacimiento, fecha nacimiento, fecha de nacimiento, fec nac, fecha nac, f nacimiento, edad, ano nacimiento, fecha defuncion, fecha fallecimiento, *defuncion,
            fechanacimiento, fecha nacim, fnac, f nac, ?dia nacimiento, mes nacimiento, fecha de defuncion, fecha de fallecimiento
            """),
        new(PersonalKind.Gender, "Spanish", """
            sexo, *genero, ?tratamiento cortesia, ?tratamiento,
            titulo cortesia, ?saludo
            """),
        new(PersonalKind.Company, "Spanish", """
            *empresa, razon social, nombre empresa, ?empleador, ?compania,
            nombre de empresa, nombre compania, ?organizacion, ?institucion, ?entidad, nombre comercial, ?centro trabajo, empresa nombre, ?colegio, ?universidad,
            ?mutua, ?aseguradora
            """),
        new(PersonalKind.Income, "Spanish", """
            *sueldo, *salario, *ingresos, nomina, ?saldo, ?renta, ?bonificacion, salario bruto, ?alquiler,
            sueldo base, salario base, salario neto, salario mensual, ingreso mensual, ingresos anuales, ?pension, ?honorarios, ?tarifa hora
            """),
        new(PersonalKind.Special, "Spanish", """
            *diagnostico, grupo sanguineo, *alergia, *enfermedad, *discapacidad, *medicamento, medicacion, *salud, estado civil, *nacionalidad, *etnia, orientacion sexual, *embarazo, embarazada, *sindicato, *vacuna, *religion, afiliacion politica, antecedentes penales, ?antecedentes, baja medica, ?sintomas,
            *sintoma, *alergias, ?tratamiento medico, *minusvalia, grado discapacidad, *historia clinica, *causa muerte, ?fumador, *tabaquismo, *vacunacion, peso kg, ~peso, ~estatura, ~pulso,
            presion arterial, frecuencia cardiaca, *creencia, partido politico, *condena, ?dieta, *seguro medico, motivo consulta, ?receta, ?dosis, *incapacidad
            """),
        new(PersonalKind.FreeText, "Spanish", """
            ?*comentario, ?comentarios, ?*observacion, ?observaciones, ?notas, ?*mensaje, ?*descripcion, ?texto, ?contenido, ?asunto, ?motivo, ?detalle,
            ?respuesta, ?pregunta, ?cuerpo, ?cuerpo mensaje, ?biografia, ?sobre mi, ?acerca de, ?presentacion, ?queja, ?reclamacion, ?explicacion, ?justificacion, ?detalles, ?instrucciones,
            ?indicaciones, ?resena, ?opinion, ?valoracion texto, ?testimonio, ?motivo cancelacion, ?motivo rechazo, ?seguimiento, ?resumen, ?informe
            """),
        new(PersonalKind.RecordNumber, "Spanish", """
            ?numero paciente, ?numero socio, ?num socio, ?numero empleado, ?num empleado, ?numero expediente, ?num expediente, ?legajo, ?matricula alumno
            """),
        new(PersonalKind.Token, "Spanish", "firma digital, certificado digital, llave privada"),
        new(PersonalKind.Special, "Spanish", "tipo sangre, tipo de sangre"),
    ];
}
